package org.byenatos.localaischeduler.queue;

/** Counts durations in classes, each 1.19 times as long as the one before. Guarded by the queue's lock. */
final class Histogram {

    private static final int PER_DOUBLING = 4;
    private static final int CLASSES = 40 * PER_DOUBLING;

    private final long[] counts = new long[CLASSES];
    private long count;
    private double sum;

    void add(long nanos) {
        long micros = Math.max(1, nanos / 1000);
        int at = (int) (PER_DOUBLING * Math.log((double) micros) / Math.log(2));
        counts[Math.min(CLASSES - 1, at)]++;
        count++;
        sum += nanos;
    }

    long count() {
        return count;
    }

    double meanMillis() {
        return count == 0 ? 0 : sum / count / 1e6;
    }

    /** The upper end of the class up to which a part of the durations lie. */
    double quantileMillis(double part) {
        long wanted = (long) Math.ceil(part * count);
        long seen = 0;
        for (int i = 0; i < CLASSES && count > 0; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.pow(2, (i + 1.0) / PER_DOUBLING) / 1000;
            }
        }
        return 0;
    }
}
