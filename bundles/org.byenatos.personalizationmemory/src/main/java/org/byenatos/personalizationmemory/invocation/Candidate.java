package org.byenatos.personalizationmemory.invocation;

import org.byenatos.api.psp.PspComponent;

/**
 * A component that may become part of a PSP.
 *
 * @param component as it would be handed out
 * @param relevance what it has to do with the question, 0..1
 * @param score what it is worth beside the others
 */
record Candidate(PspComponent component, double relevance, double score) {

    @Override
    public String toString() {
        return "Candidate[" + component.id() + "]";
    }
}
