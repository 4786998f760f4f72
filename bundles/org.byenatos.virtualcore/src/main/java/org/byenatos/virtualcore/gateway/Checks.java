package org.byenatos.virtualcore.gateway;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;

/** Gathers what is wrong with a request, so that the caller learns everything at once. Confined to one thread. */
final class Checks {

    private final List<Violation> found = new ArrayList<>();

    Checks range(String pointer, long value, long least, long most) {
        if (value < least || value > most) {
            found.add(new Violation(pointer, "is " + value + ", must be " + least + ".." + most));
        }
        return this;
    }

    Checks range(String pointer, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            found.add(new Violation(pointer, "is " + value + ", must be " + least + ".." + most));
        }
        return this;
    }

    Checks text(String pointer, String value, int most) {
        if (value.isBlank()) {
            found.add(new Violation(pointer, "must not be empty"));
        }
        if (value.length() > most) {
            found.add(
                    new Violation(pointer, "has " + value.length() + " characters, at most " + most + " are allowed"));
        }
        return this;
    }

    Checks oneOf(String pointer, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            found.add(new Violation(pointer, "must be one of " + String.join(", ", allowed)));
        }
        return this;
    }

    /** @throws InvalidInputException if anything was wrong */
    void done() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
