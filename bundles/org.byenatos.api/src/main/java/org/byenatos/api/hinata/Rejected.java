package org.byenatos.api.hinata;

import java.util.List;
import org.byenatos.api.error.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A record of a submission that was refused.
 *
 * @param index position in the submission, from 0
 * @param id its id, {@code null} if it has none that could be read
 * @param errors what is wrong, pointers relative to the record
 */
public record Rejected(int index, @Nullable String id, List<Violation> errors) {

    public Rejected {
        errors = List.copyOf(errors);
    }
}
