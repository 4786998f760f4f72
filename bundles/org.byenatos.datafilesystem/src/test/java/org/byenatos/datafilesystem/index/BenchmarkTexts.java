package org.byenatos.datafilesystem.index;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.hinata.HinataRecord;

/**
 * Invented records and questions whose words are as rare and as common as those of a language (Zipf's law) and come in
 * topics, and vectors of them: the sum of the words' pseudo-random vectors, common words less, as a static table gives.
 */
final class BenchmarkTexts implements Embedder {
    private static final int WORDS = 30_000;
    private static final int TOPICS = 400;
    private static final int TOPIC_WORDS = 60;
    private static final int DIMENSIONS = 256;
    private static final int THREAD = 40;

    private final EmbeddingModel model = new EmbeddingModel("benchmark", "1", DIMENSIONS);
    private final float[][] words = new float[WORDS][];
    private final int records;

    BenchmarkTexts(int records) {
        this.records = records;
        Random random = new Random(1);
        for (int word = 0; word < WORDS; word++) {
            words[word] = new float[DIMENSIONS];
            float weight = (float) (1e-3 / (1e-3 + 0.1 / (word + 1)));
            for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
                words[word][dimension] = weight * (float) (random.nextGaussian() + (dimension % 5 == 0 ? 0.3 : 0));
            }
        }
    }

    HinataRecord record(int number) {
        return Notes.note("r" + number, text(number, 8 + new Random(number).nextInt(24)))
                .in("thread" + number / THREAD)
                .at(Notes.START.plusSeconds(number))
                .record();
    }

    String question(int number) {
        return text(new Random(-1 - number).nextInt(records), 5);
    }

    /** Half of the words are of the topic that a thread has. */
    private static String text(int number, int length) {
        Random random = new Random(number * 31L + length);
        int topic = number / THREAD % TOPICS;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int word = random.nextBoolean()
                    ? topic * TOPIC_WORDS + random.nextInt(TOPIC_WORDS)
                    : (int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1;
            text.append(i == 0 ? "" : " ")
                    .append('w')
                    .append(Integer.toString(word, 36))
                    .append('q');
        }
        return text.toString();
    }

    float[] vector(String text) {
        double[] sum = new double[DIMENSIONS];
        sum[0] = 1e-9;
        for (String word : text.split(" ")) {
            if (word.length() > 2) {
                float[] own = words[Integer.parseInt(word.substring(1, word.length() - 1), 36)];
                for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
                    sum[dimension] += own[dimension];
                }
            }
        }
        return HashEmbedder.unit(sum);
    }

    /** The records really nearest to a vector. */
    Set<String> nearest(float[] asked, int count) {
        float[] best = new float[count];
        String[] ids = new String[count];
        for (int number = 0; number < records; number++) {
            HinataRecord record = record(number);
            float cosine = product(asked, vector(record.highlight()));
            for (int place = 0; place < count; place++) {
                if (cosine > best[place]) {
                    System.arraycopy(best, place, best, place + 1, count - place - 1);
                    System.arraycopy(ids, place, ids, place + 1, count - place - 1);
                    best[place] = cosine;
                    ids[place] = record.id();
                    break;
                }
            }
        }
        return new HashSet<>(List.of(ids));
    }

    @Override
    public Optional<EmbeddingModel> current() {
        return Optional.of(model);
    }

    @Override
    public CompletionStage<List<float[]>> embed(EmbeddingModel model, List<String> texts, Use use, Priority priority) {
        return CompletableFuture.completedFuture(
                texts.stream().map(this::vector).toList());
    }

    private static float product(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
