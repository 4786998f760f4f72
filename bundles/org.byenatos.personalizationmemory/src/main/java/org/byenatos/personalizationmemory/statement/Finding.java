package org.byenatos.personalizationmemory.statement;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What rules of one kind found in a sentence.
 *
 * @param kind the kind
 * @param facets what it says, empty if its wording is all
 * @param start where it begins
 * @param end where it ends
 */
record Finding(Kind kind, Map<String, String> facets, int start, int end) {

    /** Both findings of one kind as one. */
    Finding and(Finding other) {
        Map<String, String> both = new LinkedHashMap<>(facets);
        other.facets.forEach(both::putIfAbsent);
        return new Finding(kind, both, Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public String toString() {
        return "Finding[" + kind + "]";
    }
}
