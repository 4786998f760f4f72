package org.byenatos.datafilesystem.index.rank;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Arrays with a place for each record of a snapshot, used by one search after the other: those of a large index are too
 * large to be made anew for each. Thread-safe.
 */
final class ScorePool {

    /** So many places wait to be used again at most, in 12 MB. */
    private static final int MOST = 3 << 20;

    private final int size;
    private final Deque<float[]> free = new ArrayDeque<>();

    /** @param size places of an array */
    ScorePool(int size) {
        this.size = size;
    }

    /** An array of zeros. */
    float[] take() {
        float[] used = used();
        if (used == null) {
            return new float[size];
        }
        Arrays.fill(used, 0);
        return used;
    }

    /** Takes an array back; the caller keeps nothing of it. */
    synchronized void giveBack(float[] array) {
        if ((free.size() + 1L) * size <= MOST) {
            free.addFirst(array);
        }
    }

    private synchronized float @Nullable [] used() {
        return free.pollFirst();
    }
}
