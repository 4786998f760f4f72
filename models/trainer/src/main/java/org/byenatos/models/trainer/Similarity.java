package org.byenatos.models.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Pairs of sentences with a person's judgement of how similar they are. */
record Similarity(List<Judged> pairs) {
    /** Two sentences and their score. */
    record Judged(double score, String a, String b) {}

    static Similarity read(Path file) {
        try {
            return new Similarity(Files.readAllLines(file).stream()
                    .map(line -> line.split("\t"))
                    .map(c -> new Judged(Double.parseDouble(c[0]), c[1], c[2]))
                    .toList());
        } catch (IOException e) {
            throw new TrainerException(file + " can't be read: " + e, e);
        }
    }

    /** Spearman's rank correlation of cosines and judgements; ties share the mean of their ranks. */
    double spearman(Vectors vectors) {
        double[] cosines = pairs.stream()
                .mapToDouble(p -> Floats.dot(vectors.of(p.a()), vectors.of(p.b())))
                .toArray();
        return correlation(
                ranks(cosines), ranks(pairs.stream().mapToDouble(Judged::score).toArray()));
    }

    static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] out = new double[values.length];
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j + 1 < order.length && values[order[j + 1]] == values[order[i]]) {
                j++;
            }
            for (int k = i; k <= j; k++) {
                out[order[k]] = (i + j) / 2.0;
            }
            i = j + 1;
        }
        return out;
    }

    private static double correlation(double[] x, double[] y) {
        double mx = java.util.Arrays.stream(x).average().orElse(0);
        double my = java.util.Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
