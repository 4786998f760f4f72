package org.byenatos.localaischeduler.compute;

/**
 * How long batches of a model take, learned from those that ran: a fixed part and one that grows with the text, by least
 * squares in which a batch counts for less the longer it is ago. Thread-safe.
 */
final class BatchSize {

    private static final double KEEP = 0.97;
    private static final int LEARNING = 4;
    private static final int FIRST = 2;
    private static final int MOST = 64;

    private double weights;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;
    private double texts;
    private int measured;

    /** A batch ran. */
    synchronized void add(int batchTexts, double width, double nanos) {
        measured = Math.min(LEARNING, measured + 1);
        weights = KEEP * weights + 1;
        sumX = KEEP * sumX + width;
        sumY = KEEP * sumY + nanos;
        sumXx = KEEP * sumXx + width * width;
        sumXy = KEEP * sumXy + width * nanos;
        texts = KEEP * texts + batchTexts;
    }

    /** How wide a batch may be that takes so long. */
    synchronized double width(double nanos) {
        if (measured < LEARNING || sumX <= 0) {
            return 0;
        }
        double variance = weights * sumXx - sumX * sumX;
        double slope = variance > 1e-6 * sumX * sumX ? (weights * sumXy - sumX * sumY) / variance : 0;
        if (slope <= 0) {
            return nanos * sumX / Math.max(1, sumY);
        }
        double fixed = Math.max(0, (sumY - slope * sumX) / weights);
        return Math.max(0, nanos - fixed) / slope;
    }

    /** How many texts of the usual width that is, 1..64; few while little is known. */
    synchronized int texts(double nanos) {
        if (measured < LEARNING || texts <= 0) {
            return FIRST;
        }
        double usual = Math.max(1, sumX / texts);
        return (int) Math.max(1, Math.min(MOST, width(nanos) / usual));
    }
}
