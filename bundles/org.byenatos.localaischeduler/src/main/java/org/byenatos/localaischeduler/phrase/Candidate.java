package org.byenatos.localaischeduler.phrase;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A phrase that may be what a text is about.
 *
 * @param text as it stands in the text
 * @param parts its words without inflection, or its characters
 * @param count how often it occurs
 * @param score how much it says, comparable within the text
 * @param first where it occurs first, in characters
 */
record Candidate(String text, List<String> parts, int count, double score, int first) {

    /** Best first; equal ones as they come in the text. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::first)
            .thenComparing(Candidate::text);

    /** Whether it says nothing that another does not: the one is a part of the other and hardly more frequent. */
    boolean repeats(Candidate other) {
        boolean inside = Collections.indexOfSubList(other.parts, parts) >= 0;
        boolean around = Collections.indexOfSubList(parts, other.parts) >= 0;
        return around || (inside && count <= 2 * other.count);
    }
}
