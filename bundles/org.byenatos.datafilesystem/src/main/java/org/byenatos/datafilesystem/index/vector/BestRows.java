package org.byenatos.datafilesystem.index.vector;

import java.util.Arrays;

/** Keeps the rows with the greatest scores of those offered. Not thread-safe. */
final class BestRows {

    private final long[] heap;
    private int size;
    private float least = Float.NEGATIVE_INFINITY;

    /** @param count how many are kept */
    BestRows(int count) {
        this.heap = new long[count];
    }

    void offer(int row, float score) {
        if (score <= least) {
            return;
        }
        long entry = ((long) sortable(score) << Integer.SIZE) | row;
        if (size < heap.length) {
            heap[size] = entry;
            up(size++);
        } else if (size > 0) {
            heap[0] = entry;
            down();
        }
        if (size == heap.length && size > 0) {
            least = score(heap[0]);
        }
    }

    /** The rows, best first. */
    int[] rows() {
        long[] sorted = Arrays.copyOf(heap, size);
        Arrays.sort(sorted);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = (int) sorted[size - 1 - i];
        }
        return rows;
    }

    private void up(int from) {
        int i = from;
        while (i > 0 && heap[(i - 1) / 2] > heap[i]) {
            swap(i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    private void down() {
        int i = 0;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[i] <= heap[child]) {
                return;
            }
            swap(i, child);
            i = child;
        }
    }

    private void swap(int i, int k) {
        long entry = heap[i];
        heap[i] = heap[k];
        heap[k] = entry;
    }

    /** Whole numbers in the order of the floats. */
    private static int sortable(float score) {
        int bits = Float.floatToIntBits(score);
        return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
    }

    private static float score(long entry) {
        int bits = (int) (entry >> Integer.SIZE);
        return Float.intBitsToFloat(bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE));
    }
}
