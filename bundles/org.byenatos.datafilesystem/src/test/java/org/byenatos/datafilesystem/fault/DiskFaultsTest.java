package org.byenatos.datafilesystem.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.hinata.Visibility.EVERYTHING;
import static org.byenatos.datafilesystem.Records.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.byenatos.datafilesystem.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails: a clear error, reads go on, nothing acknowledged is lost, and it works again by itself. */
class DiskFaultsTest {

    private static final int MOST_SECONDS = 20;

    @TempDir
    private Path folder;

    private final JceVault vault = new JceVault();
    private final List<String> acknowledged = new ArrayList<>();
    private int next;

    @Test
    void aFullDiskIsSaidAndPasses() throws Exception {
        Path mount = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = new SmallDisk(mount, 24)) {
            try (Store store = TestStores.open(mount, vault)) {
                submitTill(store, 20);
                for (int round = 0; round < 3; round++) {
                    disk.fill();
                    String failure = failure(store);
                    assertThat(failure).contains("full").contains("Make room");
                    readsAll(store);
                    disk.makeRoom();
                    worksAgain(store);
                    readsAll(store);
                }
            }
            try (Store store = TestStores.open(mount, vault)) {
                readsAll(store);
            }
        }
    }

    @Test
    void aReadOnlyDiskIsSaidAndNothingIsChanged() throws Exception {
        Path mount = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = new SmallDisk(mount, 24)) {
            try (Store store = TestStores.open(mount, vault)) {
                submitTill(store, 5);
            }
            disk.readOnly(true);
            assertThatThrownBy(() -> TestStores.open(mount, vault))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("write access");
            disk.readOnly(false);
            try (Store store = TestStores.open(mount, vault)) {
                readsAll(store);
                submit(store);
            }
        }
    }

    @Test
    void aClockThatIsSetBackChangesNoOrder() {
        MovableClock clock = new MovableClock();
        TestStores.open(folder, vault).close();
        try (Store store = TestStores.open(folder, vault, clock)) {
            submitTill(store, 3);
            clock.move(Duration.ofDays(-400));
            submitTill(store, 6);
            assertThat(store.hinata().changesAfter("owner", 0, 10))
                    .extracting(change -> change.ref().id())
                    .containsExactly("r0", "r1", "r2", "r3", "r4", "r5");
            assertThat(store.jobs().unfinished())
                    .extracting(job -> job.id())
                    .containsExactly("jr0", "jr1", "jr2", "jr3", "jr4", "jr5");
        }
        try (Store store = TestStores.open(folder, vault)) {
            readsAll(store);
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T12:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private void submitTill(Store store, int count) {
        while (next < count) {
            submit(store);
        }
    }

    private void submit(Store store) {
        String id = "r" + next++;
        store.hinata().submit("owner", "app", List.of(record(id, "x".repeat(4000))), "j" + id);
        acknowledged.add(id);
    }

    /** The message of the first failure. */
    private String failure(Store store) {
        for (int i = 0; i < 5000; i++) {
            try {
                submit(store);
            } catch (ByenatosException failed) {
                return String.valueOf(failed.getMessage());
            }
        }
        throw new AssertionError("the disk does not get full");
    }

    private void worksAgain(Store store) throws InterruptedException {
        long end = System.nanoTime() + MOST_SECONDS * 1_000_000_000L;
        while (true) {
            try {
                submit(store);
                return;
            } catch (ByenatosException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.sleep(200);
            }
        }
    }

    private void readsAll(Store store) {
        for (String id : acknowledged) {
            assertThat(store.hinata().find("owner", new RecordRef("app", id), EVERYTHING))
                    .as(id)
                    .isPresent();
        }
    }
}
