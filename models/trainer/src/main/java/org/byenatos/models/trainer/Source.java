package org.byenatos.models.trainer;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where pairs are drawn from.
 *
 * @param name for the screen
 * @param weight how often it is its turn, relative to the others
 * @param draw makes a pair, or {@code null} if the draw has failed
 */
record Source(String name, double weight, Draw draw) {
    /** Draws one pair. */
    @FunctionalInterface
    interface Draw {
        int @Nullable [][] pair(SplittableRandom random);
    }

    Batch batch(int size, SplittableRandom random) {
        int[][] a = new int[size][];
        int[][] b = new int[size][];
        for (int n = 0; n < size; ) {
            int[][] pair = draw.pair(random);
            if (pair != null && pair[0].length > 0 && pair[1].length > 0) {
                a[n] = pair[0];
                b[n++] = pair[1];
            }
        }
        return new Batch(a, b);
    }
}
