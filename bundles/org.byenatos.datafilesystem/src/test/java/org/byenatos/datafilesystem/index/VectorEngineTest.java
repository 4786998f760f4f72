package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.datafilesystem.index.IndexFixture.APP;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;
import static org.byenatos.datafilesystem.index.IndexFixture.ids;
import static org.byenatos.datafilesystem.index.Notes.note;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.vector.VectorHit;
import org.byenatos.api.vector.VectorSearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VectorEngineTest {
    private static final VectorSearch ALL = new VectorSearch(USER, 10, RecordFilter.NONE, Visibility.EVERYTHING);

    private final IndexFixture index = new IndexFixture();
    private final HashEmbedder embedder = new HashEmbedder(256);

    @BeforeEach
    void bind() {
        index.embeddings.bind(embedder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aRecordIsFoundByWhatItIsLikeOnceItIsTakenUp() {
        index.put(note("a", "thunderstorms"));
        index.put(note("b", "walnut cake"));
        assertThat(index.ids("thunderstruck")).isEmpty();
        takeUp();
        List<SearchHit> hits = index.search("thunderstruck");
        assertThat(ids(hits)).first().isEqualTo("a");
        assertThat(hits.get(0).explain()).containsKey("meaning").doesNotContainKey("words");
    }

    @Test
    void meaningOfNeighboursCountsToo() {
        index.put(note("before", "walnut cake").in("talk").at("2026-01-01T10:00:00Z"));
        index.put(note("after", "thunderstorm").in("talk").at("2026-01-01T10:01:00Z"));
        index.put(note("alone", "walnut cakes"));
        fill(20);
        takeUp();
        List<SearchHit> hits = index.search("thunderstruck");
        assertThat(ids(hits)).startsWith("after", "before");
        assertThat(hits).allSatisfy(hit -> assertThat(hit.explain()).containsOnlyKeys("meaning"));
    }

    @Test
    void wordsThatHoldLittleOfTheQuestionGiveWay() {
        index.put(note("a", "walnut cake"));
        index.put(note("b", "walnut tree"));
        takeUp();
        double half = words("walnut violin");
        double all = words("walnut cake");
        assertThat(half).isPositive().isLessThan(all);
        embedder.unload();
        assertThat(words("walnut violin")).isEqualTo(1);
    }

    /** What the words of the best hit gave. */
    private double words(String question) {
        return index.search(question).get(0).explain().getOrDefault("words", 0.0);
    }

    @Test
    void withoutAModelWordsFindAndNothingFails() {
        embedder.unload();
        index.put(note("a", "walnut cake"));
        takeUp();
        assertThat(index.ids("walnut")).containsExactly("a");
        assertThat(index.engine.vectors().serving(USER)).isEmpty();
        assertThat(index.engine.vectors().count(USER)).isZero();
        index.embeddings.unbind(embedder);
        takeUp();
        assertThat(index.ids("walnut")).containsExactly("a");
    }

    @Test
    void theBackgroundTakesUpWhatIsOpen() {
        index.put(note("a", "walnut cake"));
        assertThat(index.ids("walnut")).containsExactly("a");
        index.engine.keepUp();
        assertThat(index.engine.vectors().count(USER)).isEqualTo(1);
    }

    @Test
    void aRestartEmbedsOnlyWhatCameLater() {
        fill(200);
        takeUp();
        index.restart();
        index.put(note("late", "a late guest"));
        takeUp();
        assertThat(embedder.passages).hasValue(201);
        assertThat(index.engine.vectors().count(USER)).isEqualTo(201);
        assertThat(nearest("a late guest")).first().isEqualTo("late");
    }

    @Test
    void vectorsOnDiskServeWhileTheModelIsWaitedFor() throws InterruptedException {
        fill(20);
        takeUp();
        index.restart();
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch loaded = new CountDownLatch(1);
        index.embeddings.bind(new SlowEmbedder(embedder, waiting, loaded));
        Thread follower = new Thread(this::takeUp);
        follower.start();
        waiting.await();

        assertThat(index.search("guest number 17").get(0).explain()).containsKey("meaning");

        loaded.countDown();
        follower.join();
    }

    /** Its model is told only when it is loaded. */
    private record SlowEmbedder(HashEmbedder embedder, CountDownLatch waiting, CountDownLatch loaded)
            implements Embedder {

        @Override
        public Optional<EmbeddingModel> current() {
            waiting.countDown();
            try {
                loaded.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return embedder.current();
        }

        @Override
        public CompletionStage<List<float[]>> embed(
                EmbeddingModel model, List<String> texts, Use use, Priority priority) {
            return embedder.embed(model, texts, use, priority);
        }
    }

    @Test
    void manyCommitsLeaveFewFiles() {
        for (int i = 0; i < 50; i++) {
            index.put(note("n" + i, "guest number " + i));
            takeUp();
            index.clock.forward(Duration.ofSeconds(11));
            index.engine.keepUp();
        }
        assertThat(rowFiles()).hasSizeLessThan(10);
        index.restart();
        assertThat(index.engine.vectors().count(USER)).isEqualTo(50);
        assertThat(embedder.passages).hasValue(50);
    }

    @Test
    void whatIsDeletedOrRevisedIsNotFound() {
        index.put(note("a", "walnut cake"));
        index.put(note("b", "walnut cakes"));
        takeUp();
        index.storage.delete(USER, new RecordRef(APP, "a"));
        index.put(note("b", "violin lesson"));
        assertThat(nearest("walnut cake")).isEmpty();
        takeUp();
        assertThat(nearest("walnut cake")).containsExactly("b");
        assertThat(index.engine.vectors().count(USER)).isEqualTo(1);
    }

    @Test
    void vectorsOfNoRecordLeaveTheDisk() throws IOException {
        fill(300);
        takeUp();
        commit();
        long before = size();
        for (int i = 0; i < 200; i++) {
            index.storage.delete(USER, new RecordRef(APP, "n" + i));
        }
        takeUp();
        commit();
        assertThat(size()).isLessThan(before / 2);
        index.restart();
        assertThat(index.engine.vectors().count(USER)).isEqualTo(100);
        assertThat(embedder.passages).hasValue(300);
    }

    @Test
    void tornFilesAreMadeAnewInTheBackground() throws IOException {
        fill(300);
        takeUp();
        for (int cut : List.of(0, 10, 30, 5000, 40_000)) {
            index.engine.close();
            Path file = rowFiles().get(0);
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, cut));
            index.engine = index.open(index.folder, index.storage);
            assertThat(index.ids("guest number 17")).first().isEqualTo("n17");
            takeUp();
            assertThat(index.engine.vectors().count(USER)).isEqualTo(300);
            assertThat(nearest("guest number 17")).first().isEqualTo("n17");
        }
    }

    @Test
    void aFlippedBitCostsWhatComesAfterIt() throws IOException {
        fill(1500);
        takeUp();
        index.engine.close();
        Path file = rowFiles().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length * 2 / 3] ^= 1;
        Files.write(file, bytes);
        index.engine = index.open(index.folder, index.storage);
        takeUp();
        assertThat(index.engine.vectors().count(USER)).isEqualTo(1500);
        assertThat(embedder.passages.get()).isBetween(1501, 2500);
    }

    @Test
    void underAnotherKeyAllIsMadeAnew() {
        fill(20);
        takeUp();
        index.engine.close();
        index.vault.destroy(USER);
        index.engine = index.open(index.folder, index.storage);
        takeUp();
        assertThat(index.engine.vectors().count(USER)).isEqualTo(20);
        assertThat(embedder.passages).hasValue(40);
    }

    @Test
    void anotherStorageIsNoticed() {
        fill(20);
        takeUp();
        index.storage.erase(USER);
        index.engine.takeUp(USER, 1);
        assertThat(index.engine.vectors().nearest(ALL, embedder.vector(embedder.model("a"), "guest")))
                .isEmpty();
    }

    @Test
    void theOldVectorsServeUntilThoseOfAnotherModelAreThere() {
        fill(100);
        takeUp();
        embedder.use("b");
        assertThat(index.engine.vectors().serving(USER)).contains(embedder.model("a"));
        assertThat(index.search("guest number 17").get(0).explain()).containsKey("meaning");
        takeUp();
        assertThat(index.engine.vectors().serving(USER)).contains(embedder.model("b"));
        assertThat(index.engine.vectors().count(USER)).isEqualTo(100);
        assertThat(nearest("guest number 17")).first().isEqualTo("n17");
        index.restart();
        assertThat(index.engine.vectors().serving(USER)).contains(embedder.model("b"));
        assertThat(embedder.passages).hasValue(200);
    }

    @Test
    void whereTheOldModelIsGoneWordsFindAlone() {
        fill(100);
        takeUp();
        embedder.use("b");
        embedder.remove("a");
        assertThat(index.ids("guest number 17")).first().isEqualTo("n17");
        takeUp();
        assertThat(index.engine.vectors().serving(USER)).contains(embedder.model("b"));
        assertThat(index.search("guest number 17").get(0).explain()).containsKey("meaning");
    }

    @Test
    void recordsLikeAnotherAreFoundWithoutIt() {
        index.put(note("a", "walnut cake with cream"));
        index.put(note("b", "walnut cake with creams"));
        index.put(note("c", "the ferry leaves at noon"));
        takeUp();
        assertThat(index.engine.vectors().moreLike(ALL, new RecordRef(APP, "a")))
                .extracting(hit -> hit.record().id())
                .containsExactly("b", "c");
        assertThatThrownBy(() -> index.engine.vectors().moreLike(ALL, new RecordRef(APP, "z")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> index.engine
                        .vectors()
                        .moreLike(
                                new VectorSearch(
                                        USER, 10, RecordFilter.NONE, new Visibility("other", true, true, true)),
                                new RecordRef(APP, "a")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesWhatDoesNotFit() {
        fill(1);
        takeUp();
        assertThatThrownBy(() -> index.engine.vectors().nearest(ALL, new float[3]))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> index.engine
                        .vectors()
                        .nearest(new VectorSearch(USER, 0, RecordFilter.NONE, Visibility.EVERYTHING), new float[256]))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsForgottenLeavesNoFile() {
        fill(10);
        takeUp();
        commit();
        index.engine.vectors().deleteVectors(USER);
        assertThat(rowFiles()).isEmpty();
        takeUp();
        assertThat(index.engine.vectors().count(USER)).isEqualTo(10);
        index.engine.forget(USER);
        assertThat(index.files()).isEmpty();
    }

    @Test
    void noVectorLiesOnDiskInTheClear() throws IOException {
        index.put(note("a", "walnut cake"));
        takeUp();
        commit();
        byte[] row = row(embedder.vector(embedder.model("a"), "walnut cake"));
        assertThat(rowFiles()).isNotEmpty();
        for (Path file : index.files()) {
            byte[] bytes = Files.readAllBytes(file);
            for (int part = 0; part + 16 <= row.length; part += 16) {
                assertThat(contains(bytes, Arrays.copyOfRange(row, part, part + 16)))
                        .isFalse();
            }
        }
    }

    /** As rows hold it, which is checked by finding it where it should be. */
    private static byte[] row(float[] vector) {
        float greatest = 0;
        for (float value : vector) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        ByteBuffer row = ByteBuffer.allocate(vector.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : vector) {
            row.put((byte) (Math.round(value / greatest * 127) + 128));
        }
        return row.array();
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            index.put(note("n" + i, "guest number " + i + " came at " + 7 * i));
        }
    }

    /** On a slow machine one call may not be enough. */
    private void takeUp() {
        int passages;
        do {
            passages = embedder.passages.get();
            index.engine.takeUp(USER, index.storage.lastSeq(USER));
        } while (embedder.passages.get() > passages);
    }

    private void commit() {
        index.clock.forward(Duration.ofSeconds(11));
        index.engine.keepUp();
    }

    private List<String> nearest(String text) {
        return index
                .engine
                .vectors()
                .nearest(
                        ALL,
                        embedder.vector(index.engine.vectors().serving(USER).orElseThrow(), text))
                .stream()
                .map(VectorHit::record)
                .map(RecordRef::id)
                .toList();
    }

    private List<Path> rowFiles() {
        return index.files().stream()
                .filter(file -> file.toString().endsWith(".rows"))
                .toList();
    }

    private long size() throws IOException {
        long size = 0;
        for (Path file : rowFiles()) {
            size += Files.size(file);
        }
        return size;
    }
}
