package org.byenatos.localaischeduler.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.byenatos.localaischeduler.compute.Vectors;

/**
 * Which of a fixed list of topics a text is near: those whose descriptions, in English and Chinese, its vector is nearer
 * than the others by a clear margin. Immutable.
 */
public final class Topics {

    private static final int MOST = 2;
    private static final double CLEAR = 1.5;
    private static final double LEAST = 0.15;

    private final List<String> names;
    private final List<String> descriptions;

    /** Reads the list. */
    public Topics() {
        List<String[]> lines = read().lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toList());
        this.names = lines.stream().map(line -> line[0]).toList();
        this.descriptions = lines.stream().map(line -> line[1]).toList();
    }

    /** The texts whose vectors stand for the topics. */
    public List<String> descriptions() {
        return descriptions;
    }

    /**
     * The topics of a text, nearest first.
     *
     * @param text its vector
     * @param topics the vectors of the descriptions
     */
    public List<String> of(float[] text, List<float[]> topics) {
        double[] cosines = topics.stream()
                .mapToDouble(topic -> Vectors.cosine(text, topic))
                .toArray();
        double mean = IntStream.range(0, cosines.length)
                .mapToDouble(i -> cosines[i])
                .average()
                .orElse(0);
        double variance = IntStream.range(0, cosines.length)
                .mapToDouble(i -> (cosines[i] - mean) * (cosines[i] - mean))
                .average()
                .orElse(0);
        double least = Math.max(LEAST, mean + CLEAR * Math.sqrt(variance));
        return IntStream.range(0, cosines.length)
                .filter(i -> cosines[i] >= least)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -cosines[i]))
                .limit(MOST)
                .map(names::get)
                .toList();
    }

    private static String read() {
        try (InputStream in = Topics.class.getResourceAsStream("topics.txt")) {
            if (in == null) {
                throw new IllegalStateException("the bundle holds no topics");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the topics", e);
        }
    }
}
