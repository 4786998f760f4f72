package org.byenatos.datafilesystem.index.vector;

/**
 * How near vectors are looked for on this machine.
 *
 * @param signsAbove so many rows are all multiplied with the question; of more, sign bits choose
 * @param nearest finds them
 */
public record VectorTuning(int signsAbove, Nearest nearest) {

    /** Where a row costs 20 ns. */
    private static final int FAST = 50_000;

    /** Where it costs 60 ns. */
    private static final int PLAIN = 4096;

    /** What is best on this JVM. */
    public static VectorTuning measured() {
        Products products = ProductsChoice.best();
        return new VectorTuning(products instanceof PlainProducts ? PLAIN : FAST, new Nearest(products));
    }
}
