package org.byenatos.api.hinata;

import java.util.List;

/**
 * What an app hands in at once.
 *
 * @param candidates the records, 1..1000
 * @param waitUntilEnriched whether to answer only when local AI has done its part
 */
public record Submission(List<Candidate> candidates, boolean waitUntilEnriched) {

    /** Most records of one submission. */
    public static final int MAX_RECORDS = 1000;

    public Submission {
        candidates = List.copyOf(candidates);
    }
}
