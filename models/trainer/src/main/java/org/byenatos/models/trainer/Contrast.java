package org.byenatos.models.trainer;

import java.util.Arrays;

/**
 * One step of contrastive training: each text of a batch is to be nearer to its partner than to the partners of the others,
 * both ways (InfoNCE). The vector of a text is the normalised sum of its tokens' rows.
 */
final class Contrast {
    private final float[][] table;
    private final Adam adam;
    private final Workers workers;
    private final float sharpness;
    private final int size;
    private final Side left;
    private final Side right;
    private final float[][] near;
    private final float[][] turned;

    Contrast(float[][] table, Adam adam, Recipe recipe, Workers workers) {
        this.table = table;
        this.adam = adam;
        this.workers = workers;
        this.sharpness = 1 / recipe.temperature();
        this.size = recipe.batch();
        this.left = new Side(size, recipe.dimensions());
        this.right = new Side(size, recipe.dimensions());
        this.near = new float[size][size];
        this.turned = new float[size][size];
    }

    /** @return the loss before the step */
    double step(Batch batch, float rate, int step) {
        left.encode(batch.a());
        right.encode(batch.b());
        Floats.transpose(right.unit, right.turned, workers);
        Floats.multiply(left.unit, right.turned, near, workers);
        double loss = towards(batch);
        Floats.multiply(near, right.unit, left.gradient, workers);
        Floats.transpose(near, turned, workers);
        Floats.multiply(turned, left.unit, right.gradient, workers);
        left.back();
        right.back();
        learn(batch, rate, step);
        return loss;
    }

    /** Turns the cosines into the loss's gradient by them. */
    private double towards(Batch batch) {
        workers.run(size, 32, (from, to) -> {
            for (int i = from; i < to; i++) {
                exponentials(near[i], sharpness);
            }
        });
        forgive(batch.a());
        forgive(batch.b());
        float[] rows = new float[size];
        float[] columns = new float[size];
        workers.run(size, 64, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < size; j++) {
                    rows[i] += near[i][j];
                }
            }
            for (int i = 0; i < size; i++) {
                for (int j = from; j < to; j++) {
                    columns[j] += near[i][j];
                }
            }
        });
        double loss = 0;
        for (int i = 0; i < size; i++) {
            loss -= Math.log(near[i][i] / rows[i]) + Math.log(near[i][i] / columns[i]);
        }
        workers.run(size, 32, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < size; j++) {
                    near[i][j] *= 0.5f * (1 / rows[i] + 1 / columns[j]);
                }
                near[i][i] -= 1;
            }
        });
        return loss / (2 * size);
    }

    /** About {@code exp((x - 1) · sharpness)}: (1 + y/4096)^4096, which is many times as fast. */
    private static void exponentials(float[] row, float sharpness) {
        float by = sharpness / 4096;
        for (int j = 0; j < row.length; j++) {
            float x = 1 + (row[j] - 1) * by;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            x *= x;
            row[j] = x;
        }
    }

    /** Equal texts are not told apart. */
    private void forgive(int[][] texts) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ((long) Arrays.hashCode(texts[i]) << 32) | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size && keys[j] >> 32 == keys[i] >> 32; j++) {
                near[(int) keys[i]][(int) keys[j]] = 0;
                near[(int) keys[j]][(int) keys[i]] = 0;
            }
        }
    }

    private void learn(Batch batch, float rate, int step) {
        long[] uses = uses(batch);
        int[] starts = starts(uses);
        workers.run(starts.length - 1, 128, (from, to) -> {
            float[] gradient = new float[table[0].length];
            for (int s = from; s < to; s++) {
                Arrays.fill(gradient, 0);
                for (int u = starts[s]; u < starts[s + 1]; u++) {
                    int text = (int) uses[u];
                    Floats.addScaled(gradient, text < size ? left.gradient[text] : right.gradient[text - size], 1);
                }
                int token = (int) (uses[starts[s]] >> 32);
                adam.update(table[token], token, gradient, rate, step);
            }
        });
    }

    /** Token and text of each use of a row, in order. */
    private long[] uses(Batch batch) {
        long[] out = new long
                [Arrays.stream(batch.a()).mapToInt(t -> t.length).sum()
                        + Arrays.stream(batch.b()).mapToInt(t -> t.length).sum()];
        int n = 0;
        for (int i = 0; i < 2 * size; i++) {
            for (int token : i < size ? batch.a()[i] : batch.b()[i - size]) {
                out[n++] = ((long) token << 32) | i;
            }
        }
        Arrays.sort(out);
        return out;
    }

    private static int[] starts(long[] uses) {
        int[] out = new int[uses.length + 1];
        int n = 0;
        for (int i = 0; i < uses.length; i++) {
            if (i == 0 || uses[i] >> 32 != uses[i - 1] >> 32) {
                out[n++] = i;
            }
        }
        out[n++] = uses.length;
        return Arrays.copyOf(out, n);
    }

    private final class Side {
        private final float[][] unit;
        private final float[][] turned;
        private final float[][] gradient;
        private final float[] norms;

        Side(int size, int dimensions) {
            unit = new float[size][dimensions];
            turned = new float[dimensions][size];
            gradient = new float[size][dimensions];
            norms = new float[size];
        }

        void encode(int[][] texts) {
            workers.run(size, 32, (from, to) -> {
                for (int i = from; i < to; i++) {
                    Arrays.fill(unit[i], 0);
                    for (int token : texts[i]) {
                        Floats.addScaled(unit[i], table[token], 1);
                    }
                    norms[i] = Math.max(1e-6f, Floats.norm(unit[i]));
                    Floats.scale(unit[i], 1 / norms[i]);
                }
            });
        }

        /** From the gradient by unit vectors to that by sums. */
        void back() {
            workers.run(size, 32, (from, to) -> {
                for (int i = from; i < to; i++) {
                    Floats.addScaled(gradient[i], unit[i], -Floats.dot(gradient[i], unit[i]));
                    Floats.scale(gradient[i], 1 / norms[i]);
                }
            });
        }
    }
}
