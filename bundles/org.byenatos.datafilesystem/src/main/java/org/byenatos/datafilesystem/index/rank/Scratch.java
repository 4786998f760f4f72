package org.byenatos.datafilesystem.index.rank;

import java.util.ArrayList;
import java.util.List;

/** The arrays of one search, which go back to their pool when it ends. For one thread. */
final class Scratch implements AutoCloseable {

    private final ScorePool pool;
    private final List<float[]> taken = new ArrayList<>();

    Scratch(ScorePool pool) {
        this.pool = pool;
    }

    /** An array with a zero for each rank. */
    float[] zeros() {
        float[] array = pool.take();
        taken.add(array);
        return array;
    }

    /** An array is not needed any more, before the search ends. */
    void done(float[] array) {
        if (taken.removeIf(one -> one == array)) {
            pool.giveBack(array);
        }
    }

    @Override
    public void close() {
        taken.forEach(pool::giveBack);
        taken.clear();
    }
}
