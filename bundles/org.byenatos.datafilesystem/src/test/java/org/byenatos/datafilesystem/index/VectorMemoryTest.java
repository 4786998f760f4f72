package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;
import static org.byenatos.datafilesystem.index.Notes.note;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.vector.VectorHit;
import org.byenatos.api.vector.VectorSearch;
import org.byenatos.datafilesystem.index.vector.VectorMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where memory outside of the heap ends, words go on finding and nothing is lost. */
class VectorMemoryTest {

    /** A block of 512 rows of 256 values, their scale and their position. */
    private static final int BLOCK = 512 * 34 * Long.BYTES;

    private static final VectorSearch TEN = new VectorSearch(USER, 10, RecordFilter.NONE, Visibility.EVERYTHING);
    private static final Logger LOG = Logger.getLogger(VectorMemory.class.getName());

    private final IndexFixture index = new IndexFixture();
    private final HashEmbedder embedder = new HashEmbedder(256);
    private final List<String> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            warnings.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void begin() {
        index.embeddings.bind(embedder);
        LOG.addHandler(handler);
    }

    @AfterEach
    void end() {
        LOG.removeHandler(handler);
        index.close();
    }

    @Test
    void wordsFindWhatHasNoVectorForWantOfMemory() {
        index.vectorBytes = BLOCK;
        fill(0, 700);
        takeUp();
        takeUp();
        assertThat(count()).isEqualTo(512);
        assertThat(index.engine.outOfVectorMemory()).isTrue();
        assertThat(index.ids("w699x")).first().isEqualTo("r699");
        assertThat(nearest("w100x w101x")).first().isEqualTo("r100");
        assertThat(warnings).containsExactly(VectorMemory.ADVICE);
    }

    @Test
    void noModelIsAskedInVainUntilALittleLater() {
        index.vectorBytes = BLOCK;
        fill(0, 700);
        takeUp();
        int asked = embedder.passages.get();
        takeUp();
        index.engine.keepUp();
        assertThat(embedder.passages).hasValue(asked);
        index.vectorBytes = Long.MAX_VALUE;
        index.clock.forward(Duration.ofMinutes(1));
        takeUp();
        assertThat(count()).isEqualTo(700);
        assertThat(index.engine.outOfVectorMemory()).isFalse();
        assertThat(nearest("w699x w700x")).first().isEqualTo("r699");
    }

    @Test
    void aRestartWithLessMemoryDeletesNoVectors() {
        fill(0, 1200);
        takeUp();
        index.clock.forward(Duration.ofSeconds(11));
        index.engine.keepUp();
        index.vectorBytes = BLOCK;
        index.restart();
        assertThat(nearest("w100x w101x")).first().isEqualTo("r100");
        assertThat(count()).isEqualTo(512);
        assertThat(index.engine.outOfVectorMemory()).isTrue();
        index.vectorBytes = Long.MAX_VALUE;
        index.restart();
        assertThat(nearest("w1100x w1101x")).first().isEqualTo("r1100");
        assertThat(embedder.passages).hasValue(1200);
    }

    /** Each record shares a word with the one before. */
    private void fill(int from, int to) {
        for (int i = from; i < to; i++) {
            index.put(note("r" + i, "w" + i + "x w" + (i + 1) + "x"));
        }
    }

    private void takeUp() {
        index.engine.takeUp(USER, index.storage.lastSeq(USER));
    }

    private long count() {
        return index.engine.vectors().count(USER);
    }

    private List<String> nearest(String text) {
        float[] vector = index.embeddings.question(embedder.model("a"), text);
        return index.engine.vectors().nearest(TEN, vector).stream()
                .map(VectorHit::record)
                .map(ref -> ref.id())
                .toList();
    }
}
