package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;
import static org.byenatos.datafilesystem.index.Notes.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionVectorsTest {
    private static final int RECORDS = 20;

    private final IndexFixture index = new IndexFixture();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aWordCountsByHowRareItIsAmongTheRecords() {
        ask(new WordSums());
        Map<String, Double> meaning = meaning("gardens or fiddles");
        assertThat(meaning.get("rare")).isGreaterThan(5 * meaning.getOrDefault("common0", 0.0));
    }

    @Test
    void wordsAreAskedForAsTheyAreWrittenAndNamesAndCommonOnesAreNot() {
        WordSums embedder = ask(new WordSums());
        meaning("What does Joanna say of gardens and Fiddles?");
        assertThat(embedder.asked).contains("gardens", "Fiddles").doesNotContain("Joanna", "of", "garden", "fiddl");
    }

    @Test
    void aModelThatDoesNotAddWordsUpIsAskedForTheWhole() {
        Recorded embedder = ask(new Recorded(new HashEmbedder(64)));
        meaning("gardens or fiddles");
        assertThat(embedder.asked).contains("gardens or fiddles").doesNotContain("gardens", "fiddles");
    }

    @Test
    void whatIsNotWrittenInWordsIsAskedAsAWhole() {
        WordSums embedder = ask(new WordSums());
        meaning("花园 garden 小提琴");
        assertThat(embedder.asked).contains("花园 garden 小提琴").doesNotContain("garden", "花园");
    }

    @Test
    void aLongQuestionIsAskedAsAWhole() {
        WordSums embedder = ask(new WordSums());
        StringBuilder text = new StringBuilder("garden");
        for (int i = 0; i < 40; i++) {
            text.append(" fiddle").append(i);
        }
        meaning(text.toString());
        assertThat(embedder.asked).contains(text.toString()).doesNotContain("garden");
    }

    private <E extends Embedder> E ask(E embedder) {
        index.embeddings.bind(embedder);
        for (int i = 0; i < RECORDS; i++) {
            index.put(note("common" + i, "garden").by("Joanna"));
        }
        index.put(note("rare", "violin"));
        index.engine.takeUp(USER, index.storage.lastSeq(USER));
        return embedder;
    }

    /** What meaning gives to each record. */
    private Map<String, Double> meaning(String question) {
        Map<String, Double> meaning = new java.util.HashMap<>();
        index.search(question, RECORDS + 1)
                .forEach(hit ->
                        meaning.put(hit.record().record().id(), hit.explain().getOrDefault("meaning", 0.0)));
        return meaning;
    }

    /** Remembers which texts were embedded as questions. */
    private static class Recorded implements Embedder {
        final List<String> asked = new ArrayList<>();
        private final Embedder embedder;

        Recorded(Embedder embedder) {
            this.embedder = embedder;
        }

        @Override
        public Optional<EmbeddingModel> current() {
            return embedder.current();
        }

        @Override
        public CompletionStage<List<float[]>> embed(
                EmbeddingModel model, List<String> texts, Use use, Priority priority) {
            if (use == Use.QUERY) {
                asked.addAll(texts);
            }
            return embedder.embed(model, texts, use, priority);
        }
    }

    /** Adds up the words of a text, among which gardens count four times and a fiddle is a violin. */
    private static final class WordSums extends Recorded {
        WordSums() {
            super(new Sums());
        }
    }

    private static final class Sums implements Embedder {
        private static final EmbeddingModel MODEL = new EmbeddingModel("sums", "a", 64);

        @Override
        public Optional<EmbeddingModel> current() {
            return Optional.of(MODEL);
        }

        @Override
        public CompletionStage<List<float[]>> embed(
                EmbeddingModel model, List<String> texts, Use use, Priority priority) {
            return CompletableFuture.completedFuture(
                    texts.stream().map(Sums::vector).toList());
        }

        private static float[] vector(String text) {
            double[] sum = new double[MODEL.dimensions()];
            for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
                String concept = word.replaceAll("s$", "").replace("fiddle", "violin");
                double[] row = new Random(concept.hashCode())
                        .doubles(sum.length, -1, 1)
                        .toArray();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += (concept.equals("garden") ? 4 : 1) * row[i];
                }
            }
            return HashEmbedder.unit(sum);
        }
    }
}
