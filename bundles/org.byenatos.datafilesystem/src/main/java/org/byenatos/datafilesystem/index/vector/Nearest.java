package org.byenatos.datafilesystem.index.vector;

/** Finds the rows nearest to a target. Thread-safe. */
public final class Nearest {

    private static final int PART = 64;

    /**
     * The rows of which sign bits are looked at closely: so many, and one in so many of all. Among 10,000 sentences by the
     * built-in model more than 0.998 of the ten really nearest are among these.
     */
    private static final int FEWEST_LOOKED_AT = 3072;

    private static final int SHARE_LOOKED_AT = 8;

    /** The rows of these whose products are taken: so many, or half as many again as are wanted, and one in so many of all. */
    private static final int FEWEST = 768;

    private static final int SHARE = 256;

    /** Seven bits may confuse the order of rows this near to the last that is wanted. */
    private static final int SPARE = 32;

    private static final int MIN_SAMPLE = 32;

    private final Products products;

    Nearest(Products products) {
        this.products = products;
    }

    /**
     * Rows and their cosines, best first.
     *
     * @param rows which
     * @param cosines of each
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Hits(int[] rows, float[] cosines) {}

    /**
     * How the cosines of all rows spread.
     *
     * @param mean of them
     * @param deviation their standard deviation
     */
    public record Spread(float mean, float deviation) {

        private static final Spread USUAL = new Spread(0, 0.1f);
    }

    /** The nearest permitted rows, at most so many. */
    Hits of(Rows.View view, Target target, RowFilter filter, int count) {
        SignBits signs = view.signs();
        WordBlocks.View bits = view.bits();
        int[] rows = signs == null || bits == null
                ? all(view, target, filter, count + SPARE)
                : some(signs, bits, target, filter, count);
        return exact(view, target, rows, count);
    }

    /** How all permitted rows lie to the target, by a sample of them. */
    Spread spread(RowSample sample, Target target, RowFilter filter) {
        int[] products = new int[sample.size()];
        this.products.of(target, sample.rows(), sample.size(), products);
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < sample.size(); i++) {
            if (filter.permits(i * sample.step())) {
                float cosine = target.cosine(
                        products[i], sample.rows(), i * target.format().stride());
                sum += cosine;
                squares += cosine * cosine;
                count++;
            }
        }
        if (count < MIN_SAMPLE) {
            return Spread.USUAL;
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        return deviation < 1e-3 ? Spread.USUAL : new Spread((float) mean, (float) deviation);
    }

    private int[] all(Rows.View view, Target target, RowFilter filter, int wanted) {
        BestRows best = new BestRows(Math.min(wanted, view.size()));
        int stride = view.format().stride();
        long[] part = new long[PART * stride];
        int[] sums = new int[PART];
        for (int first = 0; first < view.size(); first += PART) {
            int count = Math.min(PART, view.size() - first);
            view.words().copy(first, count, part, 0);
            products.of(target, part, count, sums);
            for (int i = 0; i < count; i++) {
                if (filter.permits(first + i)) {
                    best.offer(first + i, target.cosine(sums[i], part, i * stride));
                }
            }
        }
        return best.rows();
    }

    private static int[] some(SignBits signs, WordBlocks.View bits, Target target, RowFilter filter, int count) {
        long[] own = new long[signs.width()];
        signs.of(target.row(), 0, own, 0);
        double share = FEWEST_LOOKED_AT / (double) bits.size() + 1.0 / SHARE_LOOKED_AT;
        return new SignScan(bits, own, SignSums.of(target.vector()), filter)
                .pick(share, Math.max(FEWEST, count + count / 2) + bits.size() / SHARE);
    }

    /** The nearest of some rows by all eight bits, which may change the order a little. */
    private static Hits exact(Rows.View view, Target target, int[] rows, int count) {
        int stride = view.format().stride();
        long[] row = new long[stride];
        ExactProduct exact = ExactProduct.of(target);
        BestRows best = new BestRows(Math.min(count, rows.length));
        float[] cosines = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            view.words().copy(rows[i], 1, row, 0);
            cosines[i] = exact.cosine(row);
            best.offer(i, cosines[i]);
        }
        int[] order = best.rows();
        int[] sorted = new int[order.length];
        float[] sortedCosines = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = rows[order[i]];
            sortedCosines[i] = cosines[order[i]];
        }
        return new Hits(sorted, sortedCosines);
    }
}
