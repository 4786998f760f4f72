package org.byenatos.models.trainer;

/** Pairs of texts; {@code a[i]} belongs to {@code b[i]}. No text is empty. */
@SuppressWarnings("ArrayRecordComponent") // large, and never shared beyond the trainer
record Batch(int[][] a, int[][] b) {}
