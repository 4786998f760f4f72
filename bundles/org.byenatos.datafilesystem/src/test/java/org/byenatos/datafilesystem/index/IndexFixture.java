package org.byenatos.datafilesystem.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.index.rank.Weights;
import org.byenatos.datafilesystem.index.vector.Embeddings;
import org.byenatos.datafilesystem.index.vector.VectorMemory;

/** An index in a folder of its own, over a storage in memory, for one user and one app unless said otherwise. */
final class IndexFixture implements AutoCloseable {
    static final String USER = "owner";
    static final String APP = "app";

    final MovableClock clock = new MovableClock();
    final MemoryStorage storage = new MemoryStorage();
    final JceVault vault = new JceVault();
    final Embeddings embeddings = new Embeddings();

    /** Bytes outside of the heap that vectors may still take. */
    long vectorBytes = Long.MAX_VALUE;

    /** Of the settings. */
    int cacheMib = 1;

    /** Of the settings. */
    int bufferMib = 1;

    private final VectorMemory memory = new VectorMemory(this::allocate, this::nanos);
    final Path folder;
    private final Weights weights;
    IndexEngine engine;

    IndexFixture() {
        this(Weights.MEASURED);
    }

    IndexFixture(Weights weights) {
        this.weights = weights;
        folder = temporary();
        engine = open(folder, storage);
    }

    IndexEngine open(Path place, HinataStorage of) {
        return open(place, of, 4);
    }

    IndexEngine open(Path place, HinataStorage of, int maxOpen) {
        IndexSettings settings = new IndexSettings(
                place, maxOpen, cacheMib, bufferMib, Duration.ofSeconds(10), Duration.ofSeconds(60), weights);
        return new IndexEngine(settings, of, vault, embeddings, memory, clock);
    }

    void put(Notes note) {
        storage.put(USER, APP, note.record());
    }

    void restart() {
        engine.close();
        engine = open(folder, storage);
    }

    void reopen(HinataStorage of) {
        engine.close();
        engine = open(folder, of);
    }

    List<SearchHit> search(String question) {
        return search(question, 10);
    }

    List<SearchHit> search(String question, int limit) {
        return engine.search(request(question, limit, RecordFilter.NONE, Visibility.EVERYTHING));
    }

    List<String> ids(String question) {
        return ids(search(question));
    }

    static List<String> ids(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.record().record().id()).toList();
    }

    static SearchRequest request(String question, int limit, RecordFilter filter, Visibility visibility) {
        return new SearchRequest(USER, question, limit, filter, visibility, 0, true);
    }

    private ByteBuffer allocate(int bytes) {
        if (bytes > vectorBytes) {
            throw new OutOfMemoryError("Cannot reserve " + bytes + " bytes of direct buffer memory");
        }
        vectorBytes -= bytes;
        return ByteBuffer.allocateDirect(bytes);
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    /** A clock that tests move. */
    static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T12:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** The files of the indexes. */
    List<Path> files() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("index");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path place) {
        try (var files = Files.walk(place)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
        delete(folder);
    }
}
