package org.byenatos.ai.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a graph may be fed with, by the names that transformers' exports use. */
enum Input {
    IDS("input_ids"),
    MASK("attention_mask"),
    TYPES("token_type_ids");

    private final String word;

    Input(String word) {
        this.word = word;
    }

    /** The input's name in a graph. */
    String word() {
        return word;
    }

    /** What feeds it. */
    long[] values(Batch batch) {
        return switch (this) {
            case IDS -> batch.ids();
            case MASK -> batch.mask();
            case TYPES -> batch.types();
        };
    }

    static Optional<Input> find(String word) {
        return Arrays.stream(values()).filter(input -> input.word.equals(word)).findFirst();
    }

    static Input of(String word) {
        return find(word).orElseThrow();
    }

    /** Their names. */
    static List<String> words() {
        return Arrays.stream(values()).map(Input::word).toList();
    }
}
