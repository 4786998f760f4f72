package org.byenatos.personalizationmemory.invocation;

import java.util.Comparator;
import org.byenatos.api.psp.PspComponent;

/**
 * A component that may become part of a PSP.
 *
 * @param component as it would be handed out
 * @param relevance what it has to do with the question, 0..1
 * @param score what it is worth beside the others
 * @param cost of its line
 */
record Candidate(PspComponent component, double relevance, double score, LineCost cost) {

    /** The best first, of equal ones always the same. */
    static final Comparator<Candidate> BEST_FIRST = (one, other) -> {
        int byScore = Double.compare(other.score, one.score);
        return byScore != 0 ? byScore : one.component.id().compareTo(other.component.id());
    };

    /** One whose line is new. */
    Candidate(PspComponent component, double relevance, double score) {
        this(component, relevance, score, new LineCost());
    }

    @Override
    public String toString() {
        return "Candidate[" + component.id() + "]";
    }
}
