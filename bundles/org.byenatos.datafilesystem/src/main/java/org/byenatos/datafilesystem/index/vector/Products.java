package org.byenatos.datafilesystem.index.vector;

/** Multiplies rows with a target. All implementations give the same numbers. Thread-safe. */
interface Products {

    /**
     * The sums of the products of the values' upper seven bits.
     *
     * @param rows of the target's format, one after the other
     * @param count how many
     * @param sums gets one per row
     */
    void of(Target target, long[] rows, int count, int[] sums);
}
