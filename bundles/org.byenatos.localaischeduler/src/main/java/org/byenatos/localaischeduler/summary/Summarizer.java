package org.byenatos.localaischeduler.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.localaischeduler.text.Sentences;
import org.byenatos.localaischeduler.text.StopWords;

/**
 * Chooses the key sentences of a text: those that the others are most like, by the continuous LexRank of Erkan and Radev
 * ("LexRank: graph-based lexical centrality as salience in text summarization", 2004), more if they stand early, less if
 * they are very short, and none that repeats another. Takes time linear in the text. Deterministic. Thread-safe.
 */
public final class Summarizer {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 30;
    private static final double SAME = 0.6;
    private static final int SHORT = 30;

    private final StopWords stopWords;

    /** @param stopWords what says nothing */
    public Summarizer(StopWords stopWords) {
        this.stopWords = stopWords;
    }

    /**
     * The key sentences of a text, in their order; all of them if there are no more.
     *
     * @param language the main language, as a BCP 47 tag
     * @param max how many at most
     */
    public List<String> summarize(String text, String language, int max) {
        List<String> sentences = Sentences.of(text);
        return sentences.size() <= max ? sentences : choose(sentences, language, max);
    }

    private List<String> choose(List<String> sentences, String language, int max) {
        SentenceVectors vectors = new SentenceVectors(sentences, language, stopWords);
        double[] scores = scores(sentences, rank(vectors));
        List<Integer> chosen = new ArrayList<>();
        IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .takeWhile(i -> chosen.size() < max)
                .filter(i -> chosen.stream().allMatch(other -> vectors.cosine(i, other) < SAME))
                .forEach(chosen::add);
        return chosen.stream().sorted().map(sentences::get).toList();
    }

    /** The stationary distribution of a walk from sentence to similar sentence. */
    private static double[] rank(SentenceVectors vectors) {
        int size = vectors.size();
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        double[] degrees = vectors.spread(ones);
        double[] rank = ones;
        for (int round = 0; round < ROUNDS; round++) {
            double[] shares = new double[size];
            for (int i = 0; i < size; i++) {
                shares[i] = degrees[i] > 1e-9 ? rank[i] / degrees[i] : 0;
            }
            double[] next = vectors.spread(shares);
            for (int i = 0; i < size; i++) {
                next[i] = 1 - DAMPING + DAMPING * next[i];
            }
            rank = next;
        }
        return rank;
    }

    private static double[] scores(List<String> sentences, double[] rank) {
        double[] scores = new double[rank.length];
        for (int i = 0; i < rank.length; i++) {
            double early = 1 + 0.3 / (1 + i);
            double sized = Math.min(1, 0.4 + 0.6 * width(sentences.get(i)) / SHORT);
            scores[i] = rank[i] * early * sized;
        }
        return scores;
    }

    /** The length in letters, a Chinese character for three. */
    private static double width(String sentence) {
        return sentence.codePoints().map(c -> c >= 0x3000 ? 3 : 1).sum();
    }
}
