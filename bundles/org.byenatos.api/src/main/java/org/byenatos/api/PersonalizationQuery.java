package org.byenatos.api;

import org.byenatos.api.hinata.RecordFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person's records.
 *
 * @param question in the person's words, up to 10,000 characters
 * @param limit most results, 1..200
 * @param tokenBudget most tokens of the results' highlights and notes together, {@code null} for no limit
 * @param filter which records may be results
 * @param minScore results scored lower are left out, 0..1
 * @param explain whether results say what each part of the search gave
 */
public record PersonalizationQuery(
        String question,
        int limit,
        @Nullable Integer tokenBudget,
        RecordFilter filter,
        double minScore,
        boolean explain) {

    /** The question stays out of logs. */
    @Override
    public String toString() {
        return "PersonalizationQuery[limit " + limit + "]";
    }
}
