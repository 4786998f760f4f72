package org.byenatos.launcher.trial;

import java.util.Locale;
import java.util.stream.LongStream;

/** How long calls took, as their caller saw it. Immutable. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    /** @param nanos of each call, at least one */
    public Latencies(LongStream nanos) {
        this.sorted = nanos.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no call was measured");
        }
    }

    /**
     * The time that this share of the calls did not exceed (nearest rank), in milliseconds.
     *
     * @param share over 0, at most 1
     */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }

    /** The mean, in milliseconds. */
    public double mean() {
        return LongStream.of(sorted).average().orElseThrow() / NANOS_PER_MILLI;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", percentile(0.5), percentile(0.99));
    }
}
