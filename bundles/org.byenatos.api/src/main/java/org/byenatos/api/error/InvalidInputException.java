package org.byenatos.api.error;

import java.util.List;
import java.util.stream.Collectors;

/** An input that was understood but breaks the contract; says everything that is wrong with it, not just the first. */
public final class InvalidInputException extends ByenatosException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** @param violations what is wrong, at least one */
    public InvalidInputException(List<Violation> violations) {
        super(violations.stream().map(InvalidInputException::describe).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    /**
     * @param pointer where, as a JSON Pointer
     * @param detail what is wrong there
     */
    public InvalidInputException(String pointer, String detail) {
        this(List.of(new Violation(pointer, detail)));
    }

    /** What is wrong, in the order of the input. */
    public List<Violation> violations() {
        return violations;
    }

    private static String describe(Violation violation) {
        return violation.pointer().isEmpty() ? violation.detail() : violation.pointer() + ": " + violation.detail();
    }
}
