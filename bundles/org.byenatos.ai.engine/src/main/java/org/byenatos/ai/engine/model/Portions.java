package org.byenatos.ai.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.ai.engine.text.Encoded;

/**
 * Parts texts into portions of similar lengths and bounded size: what a graph computes needs memory for every place of a
 * batch, those that only pad included.
 */
final class Portions {

    /** So many places a batch may have; a longer text is a batch of its own. */
    static final int PLACES = 2048;

    private Portions() {}

    /** The texts' indices, shorter texts first; texts without a token are left out. */
    static List<List<Integer>> of(List<Encoded> texts) {
        List<Integer> order = IntStream.range(0, texts.size())
                .filter(text -> texts.get(text).length() > 0)
                .boxed()
                .sorted(Comparator.comparingInt(text -> texts.get(text).length()))
                .toList();
        List<List<Integer>> portions = new ArrayList<>();
        List<Integer> portion = new ArrayList<>();
        for (int text : order) {
            if (!portion.isEmpty() && (portion.size() + 1) * texts.get(text).length() > PLACES) {
                portions.add(portion);
                portion = new ArrayList<>();
            }
            portion.add(text);
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }
}
