package org.byenatos.datafilesystem.index.vector;

/** Finds the rows nearest to a target. Thread-safe. */
public final class Nearest {

    private static final int PART = 64;

    /**
     * Sign bits pick one row in so many, and a few besides. Of the ten really nearest among 15,000 sentences by the built-in
     * model, 0.96 were then among those picked at 2.6% of all, 0.98 at 5%, 0.994 at 10%.
     */
    private static final int SHARE = 16;

    private static final int FEWEST = 400;

    /** Seven bits may confuse the order of rows this near to the last that is wanted. */
    private static final int SPARE = 32;

    private static final int SAMPLE = 1024;
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
        BestRows best = new BestRows(Math.min(count + SPARE, view.size()));
        SignBits signs = view.signs();
        WordBlocks.View bits = view.bits();
        if (signs == null || bits == null) {
            all(view, target, filter, best);
        } else {
            long[] own = new long[signs.width()];
            signs.of(target.row(), 0, own, 0);
            some(view, target, SignScan.of(bits, own, filter, FEWEST + count + view.size() / SHARE), best);
        }
        return exact(view, target, best.rows(), count);
    }

    /** How all permitted rows lie to the target, by a sample of them. */
    Spread spread(Rows.View view, Target target, RowFilter filter) {
        int step = Math.max(1, view.size() / SAMPLE);
        int[] rows = new int[view.size() / step + 1];
        int count = 0;
        for (int row = 0; row < view.size(); row += step) {
            if (filter.permits(row)) {
                rows[count++] = row;
            }
        }
        if (count < MIN_SAMPLE) {
            return Spread.USUAL;
        }
        double[] sums = new double[2];
        each(view, target, java.util.Arrays.copyOf(rows, count), (row, cosine) -> {
            sums[0] += cosine;
            sums[1] += cosine * cosine;
        });
        double mean = sums[0] / count;
        double deviation = Math.sqrt(Math.max(0, sums[1] / count - mean * mean));
        return deviation < 1e-3 ? Spread.USUAL : new Spread((float) mean, (float) deviation);
    }

    private void all(Rows.View view, Target target, RowFilter filter, BestRows best) {
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
    }

    private void some(Rows.View view, Target target, int[] rows, BestRows best) {
        each(view, target, rows, best::offer);
    }

    /** What is done with a row. */
    private interface RowScore {
        void take(int row, float cosine);
    }

    private void each(Rows.View view, Target target, int[] rows, RowScore use) {
        int stride = view.format().stride();
        long[] part = new long[PART * stride];
        int[] sums = new int[PART];
        for (int first = 0; first < rows.length; first += PART) {
            int count = Math.min(PART, rows.length - first);
            for (int i = 0; i < count; i++) {
                view.words().copy(rows[first + i], 1, part, i * stride);
            }
            products.of(target, part, count, sums);
            for (int i = 0; i < count; i++) {
                use.take(rows[first + i], target.cosine(sums[i], part, i * stride));
            }
        }
    }

    /** By all eight bits, which may change the order a little. */
    private static Hits exact(Rows.View view, Target target, int[] rows, int count) {
        int stride = view.format().stride();
        long[] row = new long[stride];
        ExactProduct exact = ExactProduct.of(target);
        BestRows best = new BestRows(rows.length);
        float[] cosines = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            view.words().copy(rows[i], 1, row, 0);
            cosines[i] = exact.cosine(row);
            best.offer(i, cosines[i]);
        }
        int[] order = best.rows();
        int size = Math.min(count, order.length);
        int[] sorted = new int[size];
        float[] sortedCosines = new float[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = rows[order[i]];
            sortedCosines[i] = cosines[order[i]];
        }
        return new Hits(sorted, sortedCosines);
    }
}
