package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.datafilesystem.index.text.Question;
import org.byenatos.datafilesystem.index.vector.Embeddings;
import org.jspecify.annotations.Nullable;

/**
 * Makes the vectors of questions. A model that takes a text for the sum of its words knows how much a word says in general;
 * how much it tells the user's records apart, their index knows. So by such a model the vectors of the question's words are
 * added up, each by what its word weighs here. Thread-safe.
 */
public final class QuestionVectors {

    /** Of a longer text the whole says more than its words. */
    private static final int MOST_WORDS = 32;

    private static final String ONE = "violin";
    private static final String OTHER = "kitchen";

    /** The square of what two words may leave unsaid of both together. */
    private static final double EXACT = 1e-3;

    private final Embeddings embeddings;
    private volatile @Nullable Known known;

    /** Whether a model adds words up. */
    private record Known(EmbeddingModel model, boolean adds) {}

    /** @param embeddings makes the vectors of words and texts */
    public QuestionVectors(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** The vector of a question to a snapshot's records; {@code null} if it cannot be had now. */
    public float @Nullable [] of(EmbeddingModel model, Question question, Snapshot snapshot) throws IOException {
        int words = question.written().size();
        if (words == 0 || words > MOST_WORDS) {
            return embeddings.question(model, question.text());
        }
        Known now = know(model);
        if (now == null) {
            return null;
        }
        return now.adds() ? sum(model, question, snapshot) : embeddings.question(model, question.text());
    }

    private float @Nullable [] sum(EmbeddingModel model, Question question, Snapshot snapshot) throws IOException {
        List<String> written =
                question.words().keySet().stream().map(question.written()::get).toList();
        List<float[]> vectors = embeddings.questions(model, written);
        if (vectors.isEmpty()) {
            return null;
        }
        float[] sum = new float[model.dimensions()];
        int i = 0;
        for (Map.Entry<String, Float> word : question.words().entrySet()) {
            add(vectors.get(i++), word.getValue() * snapshot.idf(word.getKey()), sum);
        }
        float length = (float) Math.sqrt(product(sum, sum));
        return length == 0 ? embeddings.question(model, question.text()) : scaled(sum, 1 / length);
    }

    /** What is known of a model, {@code null} if that cannot be found out now. */
    private @Nullable Known know(EmbeddingModel model) {
        Known last = known;
        if (last != null && last.model().equals(model)) {
            return last;
        }
        List<float[]> vectors = embeddings.questions(model, List.of(ONE, OTHER, ONE + " " + OTHER));
        if (vectors.isEmpty()) {
            return null;
        }
        Known now = new Known(model, isSum(vectors.get(0), vectors.get(1), vectors.get(2)));
        known = now;
        return now;
    }

    /** Whether a unit vector lies between two others, in their plane. */
    private static boolean isSum(float[] a, float[] b, float[] whole) {
        double between = product(a, b);
        double toA = product(whole, a);
        double toB = product(whole, b);
        double shareOfA = toA - between * toB;
        double shareOfB = toB - between * toA;
        double inPlane = (shareOfA * toA + shareOfB * toB) / (1 - between * between);
        return shareOfA > 0 && shareOfB > 0 && Math.abs(1 - inPlane) < EXACT;
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(float[] vector, float weight, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * vector[i];
        }
    }

    private static float[] scaled(float[] vector, float by) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= by;
        }
        return vector;
    }
}
