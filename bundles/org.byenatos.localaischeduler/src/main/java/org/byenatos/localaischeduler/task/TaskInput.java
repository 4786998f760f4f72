package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.api.error.Violation;

/**
 * The texts that a task is given.
 *
 * @param texts the texts
 * @param single whether a string was given and not an array
 */
record TaskInput(List<String> texts, boolean single) {

    static final int MAX_TEXTS = 1000;
    static final int MAX_CHARACTERS = 100_000;

    /** Reads a string or an array of strings; what is wrong goes to a list. */
    static TaskInput read(JsonNode input, List<Violation> found) {
        if (input.isTextual()) {
            check(input, "/input", found);
            return new TaskInput(List.of(input.asText()), true);
        }
        if (!input.isArray()) {
            found.add(new Violation("/input", "must be a string or an array of strings"));
            return new TaskInput(List.of(), false);
        }
        if (input.size() > MAX_TEXTS) {
            found.add(new Violation("/input", "has " + input.size() + " items, at most " + MAX_TEXTS + " are allowed"));
            return new TaskInput(List.of(), false);
        }
        IntStream.range(0, input.size()).forEach(i -> check(input.get(i), "/input/" + i, found));
        return new TaskInput(
                IntStream.range(0, input.size())
                        .mapToObj(i -> input.get(i).asText())
                        .toList(),
                false);
    }

    long characters() {
        return texts.stream().mapToLong(String::length).sum();
    }

    /** Says how much it holds, never what. */
    @Override
    public String toString() {
        return "TaskInput[" + texts.size() + " texts]";
    }

    /** What is wrong with a text goes to a list. */
    static void check(JsonNode item, String pointer, List<Violation> found) {
        int length = item.asText().length();
        if (!item.isTextual()) {
            found.add(new Violation(pointer, "must be a string"));
        } else if (length > MAX_CHARACTERS) {
            found.add(new Violation(
                    pointer, "has " + length + " characters, at most " + MAX_CHARACTERS + " are allowed"));
        }
    }
}
