package org.byenatos.localaischeduler.language;

import java.util.Arrays;
import java.util.List;

/**
 * How probable each language of a script makes runs of one to three letters: rows of quantised costs in an
 * open-addressed hash table. Immutable.
 */
final class NGrams {

    /** The step of a cost, in natural logarithms. */
    private static final double STEP = 0.15;

    /**
     * What a text looks like.
     *
     * @param logs the logarithm of its probability by each language
     * @param known the share of its three-letter runs that some language has
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and gone after use
    record Score(double[] logs, double known) {}

    private final List<String> languages;
    private final long[] keys;
    private final byte[] costs;

    /**
     * @param languages the languages, in the order of each row
     * @param grams the runs of letters, each up to three characters
     * @param rows for each run a character per language: {@code '!'} plus the cost in steps
     */
    NGrams(List<String> languages, List<String> grams, List<String> rows) {
        this.languages = List.copyOf(languages);
        this.keys = new long[Integer.highestOneBit(grams.size() * 2) << 1];
        this.costs = new byte[keys.length * languages.size()];
        for (int i = 0; i < grams.size(); i++) {
            put(key(grams.get(i), 0, grams.get(i).length()), rows.get(i));
        }
    }

    List<String> languages() {
        return languages;
    }

    /**
     * Adds up what the runs of a text cost each language.
     *
     * @param text letters with single spaces between words and at both ends
     */
    Score score(String text) {
        long[] sums = new long[languages.size()];
        int known = 0;
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= Math.min(from + 3, text.length()); to++) {
                boolean found = add(find(key(text, from, to)), sums);
                known += found && to - from == 3 ? 1 : 0;
            }
        }
        double[] logs = Arrays.stream(sums).mapToDouble(sum -> -STEP * sum).toArray();
        return new Score(logs, text.length() < 3 ? 0 : (double) known / (text.length() - 2));
    }

    private boolean add(int slot, long[] sums) {
        if (keys[slot] == 0) {
            return false;
        }
        for (int i = 0, row = slot * sums.length; i < sums.length; i++) {
            sums[i] += costs[row + i];
        }
        return true;
    }

    private void put(long key, String row) {
        int slot = find(key);
        keys[slot] = key;
        for (int i = 0; i < row.length(); i++) {
            costs[slot * row.length() + i] = (byte) (row.charAt(i) - '!');
        }
    }

    /** The slot of a key, or the empty one where it would be. */
    private int find(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static long key(String text, int from, int to) {
        long key = 0;
        for (int i = from; i < to; i++) {
            key = (key << 16) | text.charAt(i);
        }
        return key;
    }
}
