package org.byenatos.api.ai.model;

import java.util.List;

/**
 * What a batch gave.
 *
 * @param rows per text one row, in order
 * @param tokens how many tokens were read, all texts together
 */
public record ModelOutput(List<float[]> rows, int tokens) {

    public ModelOutput {
        rows = List.copyOf(rows);
    }
}
