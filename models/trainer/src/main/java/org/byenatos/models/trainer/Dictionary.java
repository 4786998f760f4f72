package org.byenatos.models.trainer;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Parts a run of Chinese characters into the longest words that a word list holds, from the left. */
final class Dictionary {
    private static final int LONGEST = 6;

    private final Set<String> words;

    Dictionary(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** The words of at most six characters of a bilingual dictionary. */
    static Dictionary of(List<Pair> bilingual) {
        return new Dictionary(bilingual.stream()
                .filter(p -> p.source().equals("cc-cedict"))
                .map(p -> Words.normal(p.b()))
                .filter(w -> w.length() >= 2 && w.length() <= LONGEST)
                .collect(java.util.stream.Collectors.toSet()));
    }

    void each(String run, Consumer<String> to) {
        int at = 0;
        while (at < run.length()) {
            int end = Math.min(run.length(), at + LONGEST);
            int one = at + Character.charCount(run.codePointAt(at));
            while (end > one && !words.contains(run.substring(at, end))) {
                end--;
            }
            to.accept(run.substring(at, Math.max(one, end)));
            at = Math.max(one, end);
        }
    }
}
