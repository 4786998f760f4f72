package org.byenatos.api.hinata;

import java.util.List;
import org.byenatos.api.error.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One record of a submission, or what is wrong with it: a record that could not even be read travels with its faults, so
 * that a batch is answered whole.
 *
 * @param index position in the submission, from 0
 * @param id its id, {@code null} if it has none that could be read
 * @param record the record, {@code null} if it could not be read
 * @param violations why it could not be read, empty if it could
 */
public record Candidate(
        int index, @Nullable String id, @Nullable HinataRecord record, List<Violation> violations) {

    public Candidate {
        violations = List.copyOf(violations);
    }

    /** A record that could be read. */
    public static Candidate of(int index, HinataRecord record) {
        return new Candidate(index, record.id(), record, List.of());
    }
}
