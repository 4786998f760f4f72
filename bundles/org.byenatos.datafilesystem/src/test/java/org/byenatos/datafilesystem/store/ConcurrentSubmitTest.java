package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.datafilesystem.Records.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentSubmitTest {
    private static final int WRITERS = 4;
    private static final int BATCHES = 25;
    private static final int SIZE = 4;

    @TempDir
    private Path folder;

    @Test
    void whoFollowsTheChangesMissesNone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch writing = new CountDownLatch(WRITERS);
        try (Store store = TestStores.open(folder, new JceVault())) {
            HinataStorage storage = store.hinata();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String appId = "app" + writer;
                writers.add(threads.submit(() -> {
                    try {
                        write(storage, appId);
                    } finally {
                        writing.countDown();
                    }
                }));
            }

            List<Change> followed = follow(storage, writing);

            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(followed).hasSize(WRITERS * BATCHES * SIZE).doesNotHaveDuplicates();
            assertThat(followed).extracting(Change::seq).isSorted();
            assertThat(storage.count("owner")).isEqualTo(WRITERS * BATCHES * SIZE);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void write(HinataStorage storage, String appId) {
        for (int batch = 0; batch < BATCHES; batch++) {
            String name = appId + "-" + batch;
            List<HinataRecord> records = IntStream.range(0, SIZE)
                    .mapToObj(i -> record(name + "-" + i, "a note"))
                    .toList();
            storage.submit("owner", appId, records, "job-" + name);
        }
    }

    private static List<Change> follow(HinataStorage storage, CountDownLatch writing) {
        List<Change> followed = new ArrayList<>();
        while (true) {
            boolean last = writing.getCount() == 0;
            long seen =
                    followed.isEmpty() ? 0 : followed.get(followed.size() - 1).seq();
            List<Change> more = storage.changesAfter("owner", seen, 3);
            followed.addAll(more);
            if (last && more.isEmpty()) {
                return followed;
            }
        }
    }
}
