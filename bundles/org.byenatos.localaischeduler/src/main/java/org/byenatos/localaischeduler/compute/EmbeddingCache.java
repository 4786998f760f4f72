package org.byenatos.localaischeduler.compute;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.byenatos.api.ai.AiMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of texts by the model's fingerprint and the text's SHA-256, of which 128 bits are kept; the text is not. Those
 * used longest ago go first. Thread-safe.
 */
public final class EmbeddingCache {

    private static final int OVERHEAD = 160;

    private final long maxBytes;
    private final Map<Key, float[]> vectors = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long hits;
    private long misses;

    /** Names a text for a model. */
    public record Key(String fingerprint, long high, long low) {

        /** Of a text with its prefix. */
        public static Key of(String fingerprint, String text) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
                return new Key(fingerprint, hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** @param maxBytes how much memory the vectors may take */
    EmbeddingCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The vector, {@code null} if it is not there. */
    public synchronized float @Nullable [] get(Key key) {
        float[] vector = vectors.get(key);
        if (vector == null) {
            misses++;
            return null;
        }
        hits++;
        return vector.clone();
    }

    /** Keeps a vector. */
    public synchronized void put(Key key, float[] vector) {
        if (size(vector) <= maxBytes && vectors.put(key, vector.clone()) == null) {
            bytes += size(vector);
            shrink(maxBytes);
        }
    }

    /** Lets go of vectors until the rest takes no more than that. */
    synchronized void shrink(long most) {
        for (Iterator<float[]> oldest = vectors.values().iterator(); bytes > most && oldest.hasNext(); ) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    synchronized AiMetrics.Cache metrics() {
        return new AiMetrics.Cache(hits, misses, vectors.size(), bytes);
    }

    private static long size(float[] vector) {
        return OVERHEAD + 4L * vector.length;
    }
}
