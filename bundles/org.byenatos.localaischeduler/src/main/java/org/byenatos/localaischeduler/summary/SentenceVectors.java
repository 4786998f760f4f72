package org.byenatos.localaischeduler.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.byenatos.localaischeduler.text.StopWords;
import org.byenatos.localaischeduler.text.Token;
import org.byenatos.localaischeduler.text.Tokenizer;

/**
 * Sentences as sparse vectors of length one: a term's weight is its count times the logarithm of how few sentences have
 * it. Terms are words, for Chinese pairs of characters. Immutable.
 */
final class SentenceVectors {

    private final List<Map<Integer, Double>> vectors = new ArrayList<>();
    private final int terms;

    SentenceVectors(List<String> sentences, String language, StopWords stopWords) {
        List<Map<String, Integer>> counted =
                sentences.stream().map(s -> terms(s, language, stopWords)).toList();
        Map<String, Integer> frequency = new HashMap<>();
        counted.forEach(terms -> terms.keySet().forEach(term -> frequency.merge(term, 1, Integer::sum)));
        Map<String, Integer> numbers = new HashMap<>();
        for (Map<String, Integer> sentence : counted) {
            Map<Integer, Double> vector = new TreeMap<>();
            sentence.forEach((term, count) -> vector.put(
                    numbers.computeIfAbsent(term, absent -> numbers.size()),
                    count * Math.log(1 + (double) sentences.size() / frequency.getOrDefault(term, 1))));
            vectors.add(normalised(vector));
        }
        this.terms = numbers.size();
    }

    int size() {
        return vectors.size();
    }

    /** The similarity of two sentences, 0..1. */
    double cosine(int a, int b) {
        Map<Integer, Double> other = vectors.get(b);
        double sum = 0;
        for (Map.Entry<Integer, Double> term : vectors.get(a).entrySet()) {
            sum += term.getValue() * other.getOrDefault(term.getKey(), 0.0);
        }
        return sum;
    }

    /** For each sentence the sum of its similarities to the others times their weights, in linear time. */
    double[] spread(double[] weights) {
        double[] byTerm = new double[terms];
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            vectors.get(i).forEach((term, value) -> byTerm[term] += weight * value);
        }
        double[] sums = new double[weights.length];
        for (int i = 0; i < sums.length; i++) {
            for (Map.Entry<Integer, Double> term : vectors.get(i).entrySet()) {
                sums[i] += term.getValue() * byTerm[term.getKey()];
            }
            sums[i] -= vectors.get(i).isEmpty() ? 0 : weights[i];
        }
        return sums;
    }

    private static Map<String, Integer> terms(String sentence, String language, StopWords stopWords) {
        Map<String, Integer> terms = new TreeMap<>();
        for (Token token : Tokenizer.tokens(sentence)) {
            String text = token.text().toLowerCase(Locale.ROOT);
            switch (token.kind()) {
                case HAN -> pairs(text, terms);
                case WORD -> {
                    if (!stopWords.contains(language, text)) {
                        terms.merge(text, 1, Integer::sum);
                    }
                }
                case NUMBER, KATAKANA -> terms.merge(text, 1, Integer::sum);
                case BREAK -> {}
            }
        }
        return terms;
    }

    private static void pairs(String run, Map<String, Integer> terms) {
        for (int i = 0; i + 2 <= run.length(); i++) {
            terms.merge(run.substring(i, i + 2), 1, Integer::sum);
        }
    }

    private static Map<Integer, Double> normalised(Map<Integer, Double> vector) {
        double length =
                Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum());
        vector.replaceAll((term, value) -> value / length);
        return vector;
    }
}
