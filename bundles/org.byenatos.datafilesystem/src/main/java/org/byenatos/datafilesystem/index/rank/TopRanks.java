package org.byenatos.datafilesystem.index.rank;

import java.util.Arrays;

/** The ranks with the greatest scores. */
final class TopRanks {

    private TopRanks() {}

    /** At most so many ranks with a score above 0, best first; of equal ones the later first. */
    static int[] of(float[] scores, int count) {
        long[] heap = new long[Math.min(count, scores.length)];
        int size = 0;
        float least = Float.MIN_VALUE;
        for (int rank = 0; rank < scores.length; rank++) {
            if (scores[rank] < least) {
                continue;
            }
            long entry = ((long) Float.floatToIntBits(scores[rank]) << Integer.SIZE) | rank;
            if (size < heap.length) {
                heap[size] = entry;
                up(heap, size++);
            } else if (heap.length > 0 && entry > heap[0]) {
                heap[0] = entry;
                down(heap);
            }
            least = size < heap.length || size == 0 ? least : score(heap[0]);
        }
        long[] sorted = Arrays.copyOf(heap, size);
        Arrays.sort(sorted);
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = (int) sorted[size - 1 - i];
        }
        return ranks;
    }

    private static float score(long entry) {
        return Float.intBitsToFloat((int) (entry >>> Integer.SIZE));
    }

    private static void up(long[] heap, int from) {
        int i = from;
        while (i > 0 && heap[(i - 1) / 2] > heap[i]) {
            swap(heap, i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    private static void down(long[] heap) {
        int i = 0;
        while (2 * i + 1 < heap.length) {
            int child = 2 * i + 1;
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[i] <= heap[child]) {
                return;
            }
            swap(heap, i, child);
            i = child;
        }
    }

    private static void swap(long[] heap, int i, int k) {
        long entry = heap[i];
        heap[i] = heap[k];
        heap[k] = entry;
    }
}
