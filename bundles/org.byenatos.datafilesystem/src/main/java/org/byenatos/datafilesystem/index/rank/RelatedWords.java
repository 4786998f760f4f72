package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.byenatos.datafilesystem.index.text.TextAnalyzer;

/**
 * Words that the best records of a question have in common beside those of the question (Lavrenko, Croft: Relevance-
 * based language models, 2001, with idf in place of the collection's model). They find the second step of a question:
 * the record that says who has this telephone number leads to the others about that person. Thread-safe.
 */
final class RelatedWords {

    private static final int RECORDS = 4;
    private static final int WORDS = 12;
    private static final int WORDS_OF_A_RECORD = 80;

    private final TextAnalyzer analyzer;

    RelatedWords(TextAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * Words and their weights. The weights hold the words' rarity twice, which keeps common words out.
     *
     * @param scores of the question's own words, the best one 1
     * @param known the question's own words
     */
    Map<String, Float> of(Snapshot snapshot, float[] scores, Set<String> known) throws IOException {
        Map<String, Float> weights = new HashMap<>();
        int[] best = TopRanks.of(scores, RECORDS);
        List<String> texts = new RecordValues(snapshot).leads(best);
        for (int i = 0; i < best.length; i++) {
            float score = scores[best[i]];
            List<String> words = analyzer.words(texts.get(i));
            for (String word : new HashSet<>(words.subList(0, Math.min(WORDS_OF_A_RECORD, words.size())))) {
                if (!known.contains(word)) {
                    weights.merge(word, score * snapshot.idf(word), Float::sum);
                }
            }
        }
        return greatest(weights);
    }

    private static Map<String, Float> greatest(Map<String, Float> weights) {
        Map<String, Float> greatest = new LinkedHashMap<>();
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS)
                .forEach(word -> greatest.put(word.getKey(), word.getValue()));
        return greatest;
    }
}
