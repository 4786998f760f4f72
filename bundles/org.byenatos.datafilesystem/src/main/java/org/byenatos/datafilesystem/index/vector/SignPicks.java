package org.byenatos.datafilesystem.index.vector;

import java.util.Arrays;

/** Rows with the sums of their signs, of which the best are wanted. For one thread. */
final class SignPicks {

    /** Sums this near to each other are taken or left together. */
    private static final int NEAR = 4;

    private static final int STEPS = 1 << (Short.SIZE - NEAR);

    private final int[] rowsAt = new int[STEPS];
    private int[] rows;
    private short[] steps;
    private int size;

    /** @param likely about how many there will be */
    SignPicks(int likely) {
        rows = new int[likely];
        steps = new short[likely];
    }

    void add(int row, int sum) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size + 1);
            steps = Arrays.copyOf(steps, 2 * size + 1);
        }
        int step = (sum - Short.MIN_VALUE) >> NEAR;
        rows[size] = row;
        steps[size++] = (short) step;
        rowsAt[step]++;
    }

    /** The rows with the greatest sums, at least so many if there are; ascending if they were added so. */
    int[] best(int wanted) {
        int least = STEPS - 1;
        int total = rowsAt[least];
        while (total < wanted && least > 0) {
            total += rowsAt[--least];
        }
        int[] best = new int[total];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (steps[i] >= least) {
                best[count++] = rows[i];
            }
        }
        return best;
    }
}
