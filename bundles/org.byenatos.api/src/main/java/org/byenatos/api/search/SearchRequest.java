package org.byenatos.api.search;

import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;

/**
 * A question to a user's records.
 *
 * @param userId whose records
 * @param question in the user's words, any language
 * @param context what goes on now, in words: it moves hits of the question up, and finds nothing by itself
 * @param limit at most this many hits, 1..200
 * @param filter which records may be hits
 * @param visibility what the caller may see
 * @param minScore hits scored lower are left out, 0..1
 * @param explain whether hits say what each part of the search gave
 */
public record SearchRequest(
        String userId,
        String question,
        String context,
        int limit,
        RecordFilter filter,
        Visibility visibility,
        double minScore,
        boolean explain) {

    /** A question of which nothing is known besides. */
    public SearchRequest(
            String userId,
            String question,
            int limit,
            RecordFilter filter,
            Visibility visibility,
            double minScore,
            boolean explain) {
        this(userId, question, "", limit, filter, visibility, minScore, explain);
    }

    /** The question stays out of logs. */
    @Override
    public String toString() {
        return "SearchRequest[user " + userId + ", limit " + limit + "]";
    }
}
