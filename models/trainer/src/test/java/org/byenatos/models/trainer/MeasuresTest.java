package org.byenatos.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuresTest {
    @TempDir
    Path folder;

    /** Counts of the letters a to d, as a stand-in for meaning. */
    private final Vectors letters = new Vectors(text -> {
        float[] out = new float[4];
        text.chars().filter(c -> c >= 'a' && c <= 'd').forEach(c -> out[c - 'a']++);
        Floats.scale(out, 1 / Math.max(Floats.norm(out), 1e-12f));
        return out;
    });

    @Test
    void tiesShareTheirRank() {
        assertThat(Similarity.ranks(new double[] {3, 1, 3, 2})).containsExactly(2.5, 0, 2.5, 1);
    }

    @Test
    void ordersThatAgreeCorrelateWhollyAndOppositeOnesNegatively() {
        Similarity.Judged same = new Similarity.Judged(5, "ab", "ba");
        Similarity.Judged near = new Similarity.Judged(3, "ab", "abc");
        Similarity.Judged apart = new Similarity.Judged(0, "ab", "cd");
        assertThat(new Similarity(List.of(same, near, apart)).spearman(letters)).isCloseTo(1, within(1e-9));
        Similarity.Judged wrong = new Similarity.Judged(9, "a", "d");
        assertThat(new Similarity(List.of(same, wrong)).spearman(letters)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void recallCountsTheEvidenceAmongTheFirst() throws IOException {
        gzip("records.jsonl.gz", record("p0.0", "aab"), record("p0.1", "bb"), record("p1.0", "ccd"));
        gzip(
                "questions.jsonl.gz",
                question("a", "single", "p0.0"),
                question("c", "single", "p0.1"),
                question("d", "adversarial", "p0.0"));
        Retrieval set = Retrieval.read(folder);
        assertThat(set.recall(letters, 1)).isCloseTo(0.5, within(1e-9));
        assertThat(set.adversarial().recall(letters, 1)).isCloseTo(0, within(1e-9));
        assertThat(set.paragraphsOf(set, " ").recall(letters, 1)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void cutVectorsAreUnitVectorsAgain() {
        assertThat(letters.cut(2).of("abd")).containsExactly(new float[] {0.7071f, 0.7071f}, within(1e-3f));
    }

    @Test
    void aMissingSetIsNamed() {
        assertThatThrownBy(() -> Retrieval.read(folder.resolve("none")))
                .isInstanceOf(TrainerException.class)
                .hasMessageContaining("none");
    }

    @Test
    void argumentsAreChecked() {
        assertThatThrownBy(() -> new Arguments(new String[] {"train", "--sed", "1"}, java.util.Set.of("seed")))
                .hasMessageContaining("unknown argument --sed");
        assertThatThrownBy(() -> new Arguments(new String[] {"train", "--seed", "x"}, java.util.Set.of("seed"))
                        .number("seed", 1))
                .hasMessageContaining("whole number");
    }

    private static String record(String id, String text) {
        return "{\"user\":\"u\",\"record\":{\"id\":\"%s\",\"highlight\":\"%s\",\"note\":\"\"}}".formatted(id, text);
    }

    private static String question(String text, String category, String evidence) {
        return "{\"user\":\"u\",\"question\":\"%s\",\"category\":\"%s\",\"evidence\":[\"%s\"]}"
                .formatted(text, category, evidence);
    }

    private void gzip(String name, String... lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }
}
