package org.byenatos.localaischeduler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelOutput;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.error.UnavailableException;

/**
 * A second engine, in plain Java: vectors of hashed character trigrams, scores of pairs by what these share, labels by
 * what they share with the label. Its file holds a number that salts the hash.
 */
public class HashEngine implements ModelEngine {

    public static final String NAME = "hashed-ngrams";
    public static final String FILE = "salt.txt";

    public final AtomicInteger opened = new AtomicInteger();
    public final AtomicInteger closed = new AtomicInteger();
    public final AtomicInteger batches = new AtomicInteger();
    public volatile java.util.function.Consumer<List<ModelInput>> before = batch -> {};
    public volatile int millisPerText;
    public volatile int millisToOpen;

    /** Writes the folder of a model and returns it. */
    public static Path write(Path models, String id, String task, int dimensions, String more) throws Exception {
        Path folder = Files.createDirectories(models.resolve(id));
        byte[] salt = Integer.toString(id.hashCode()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(folder.resolve(FILE), salt);
        String sum = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(salt));
        Files.writeString(folder.resolve("model.json"), """
                {"id":"%s","task":"%s","engine":"%s","files":{"%s":"%s"},"dimensions":%d,"maximum_tokens":128%s}""".formatted(id, task, NAME, FILE, sum, dimensions, more));
        return folder;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public OpenModel open(Path folder, ModelSpec spec) {
        try {
            Thread.sleep(millisToOpen);
            int salt = Integer.parseInt(Files.readString(folder.resolve(FILE)).strip());
            opened.incrementAndGet();
            return new Model(spec, salt);
        } catch (NumberFormatException | java.io.IOException | InterruptedException e) {
            throw new ModelRefusedException(spec.id(), FILE + " holds no number");
        }
    }

    private final class Model implements OpenModel {

        private final ModelSpec spec;
        private final int salt;
        private volatile boolean gone;

        Model(ModelSpec spec, int salt) {
            this.spec = spec;
            this.salt = salt;
        }

        @Override
        public ModelOutput run(List<ModelInput> batch) {
            if (gone) {
                throw new UnavailableException("closed", java.time.Duration.ofSeconds(1));
            }
            batches.incrementAndGet();
            before.accept(batch);
            pause(millisPerText * batch.size());
            return new ModelOutput(
                    batch.stream().map(this::row).toList(),
                    batch.stream().mapToInt(this::countTokens).sum());
        }

        private float[] row(ModelInput input) {
            return switch (spec.task()) {
                case EMBEDDING -> vector(input.text(), spec.dimensions());
                case RERANK -> new float[] {(float) cosine(input.text(), String.valueOf(input.second()))};
                case CLASSIFICATION -> {
                    float[] row = new float[spec.labels().size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] =
                                (float) (10 * cosine(input.text(), spec.labels().get(i)));
                    }
                    yield row;
                }
            };
        }

        private double cosine(String a, String b) {
            float[] one = vector(a, 512);
            float[] other = vector(b, 512);
            double dot = 0;
            double ones = 0;
            double others = 0;
            for (int i = 0; i < 512; i++) {
                dot += one[i] * other[i];
                ones += one[i] * one[i];
                others += other[i] * other[i];
            }
            return dot / Math.max(1e-9, Math.sqrt(ones * others));
        }

        private float[] vector(String text, int dimensions) {
            float[] vector = new float[dimensions];
            String padded = " " + text.toLowerCase(Locale.ROOT) + " ";
            for (int length = 1; length <= 3; length++) {
                for (int i = 0; i + length <= padded.length(); i++) {
                    int hash = (padded.substring(i, i + length).hashCode() + salt) * 0x9E3779B9;
                    vector[Math.floorMod(hash ^ (hash >>> 15), dimensions)] += length;
                }
            }
            return vector;
        }

        @Override
        public int countTokens(ModelInput input) {
            return Math.min(spec.maximumTokens(), input.text().split("\\s+").length);
        }

        @Override
        public long memoryBytes() {
            return 1 << 20;
        }

        @Override
        public void close() {
            if (!gone) {
                gone = true;
                closed.incrementAndGet();
            }
        }
    }

    private static void pause(int millis) {
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
