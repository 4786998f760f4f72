package org.byenatos.ai.engine.model;

import java.util.Arrays;

/**
 * An output of a graph.
 *
 * @param shape its dimensions, outermost first
 * @param values its elements, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Tensor(long[] shape, float[] values) {

    @Override
    public String toString() {
        return Arrays.toString(shape);
    }
}
