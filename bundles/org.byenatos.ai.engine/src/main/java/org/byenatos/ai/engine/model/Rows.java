package org.byenatos.ai.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.Pooling;

/**
 * Takes from a graph's outputs one row a text.
 *
 * @param dimensions length of a row
 * @param pooling how tokens become a row
 * @param normalize whether rows become unit vectors
 */
record Rows(int dimensions, Pooling pooling, boolean normalize) {

    static Rows of(ModelSpec spec) {
        return new Rows(spec.dimensions(), spec.pooling(), spec.normalize());
    }

    /** The output that holds the rows: of one vector a text, or of one a token. Empty if there is none. */
    Optional<Tensor> choose(List<Tensor> outputs, Batch batch) {
        return outputs.stream().filter(output -> fits(output, batch)).findFirst();
    }

    /** The rows, in the order of the texts. */
    List<float[]> rows(Tensor output, Batch batch) {
        List<float[]> rows = new ArrayList<>(batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            float[] values = row(output, batch, row);
            rows.add(normalize ? unit(values) : values);
        }
        return rows;
    }

    private boolean fits(Tensor output, Batch batch) {
        long[] shape = output.shape();
        if (pooling != Pooling.NONE) {
            return Arrays.equals(shape, new long[] {batch.rows(), batch.columns(), dimensions});
        }
        boolean one = dimensions == 1 && Arrays.equals(shape, new long[] {batch.rows()});
        return one || Arrays.equals(shape, new long[] {batch.rows(), dimensions});
    }

    private float[] row(Tensor output, Batch batch, int row) {
        float[] values = output.values();
        return switch (pooling) {
            case NONE -> Arrays.copyOfRange(values, row * dimensions, (row + 1) * dimensions);
            case CLS -> {
                int start = row * batch.columns() * dimensions;
                yield Arrays.copyOfRange(values, start, start + dimensions);
            }
            case MEAN -> mean(values, batch, row);
        };
    }

    private float[] mean(float[] values, Batch batch, int row) {
        float[] sum = new float[dimensions];
        int tokens = 0;
        for (int column = 0; column < batch.columns(); column++) {
            if (batch.isToken(row, column)) {
                tokens++;
                int start = (row * batch.columns() + column) * dimensions;
                for (int i = 0; i < dimensions; i++) {
                    sum[i] += values[start + i];
                }
            }
        }
        for (int i = 0; i < dimensions; i++) {
            sum[i] /= Math.max(1, tokens);
        }
        return sum;
    }

    private static float[] unit(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        if (squares > 0) {
            float length = (float) Math.sqrt(squares);
            for (int i = 0; i < values.length; i++) {
                values[i] /= length;
            }
        }
        return values;
    }
}
