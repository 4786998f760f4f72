package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.hinata.Visibility.EVERYTHING;
import static org.byenatos.datafilesystem.Records.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening says clearly what is wrong, and what is wrong changes nothing. */
class StoreOpeningTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final JceVault vault = new JceVault();

    @TempDir
    private Path folder;

    @Test
    void anotherKeyOpensNothingAndChangesNothing() {
        fill();

        assertThatThrownBy(() -> TestStores.open(folder, JceVault.ofAnotherHome()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("another key");

        assertFilled(folder);
    }

    @Test
    void aNewerSchemaIsRefused() throws Exception {
        fill();
        try (Tables tables = new Tables(folder, vault)) {
            tables.change("INSERT INTO schema_versions (version, applied_at) VALUES (99, 'later')");
        }

        assertThatThrownBy(() -> TestStores.open(folder, vault))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("version 99");

        try (Tables tables = new Tables(folder, vault)) {
            tables.change("DELETE FROM schema_versions WHERE version = 99");
        }
        assertFilled(folder);
    }

    @Test
    void aDatabaseOfTheFirstVersionKeepsItsRowsAndLearnsWhatIsNew() throws Exception {
        fill();
        try (Tables tables = new Tables(folder, vault)) {
            for (String table : List.of("binned_records", "psp_versions", "psp_changes", "psp_corrections")) {
                tables.change("DROP TABLE " + table);
            }
            tables.change("ALTER TABLE jobs DROP COLUMN argument");
            tables.change("ALTER TABLE jobs DROP COLUMN result");
            tables.change("DELETE FROM schema_versions WHERE version = 2");
        }

        assertFilled(folder);

        try (Store store = TestStores.open(folder, vault)) {
            assertThat(store.jobs().find("j1")).isPresent();
            assertThat(store.bin().put("owner", new RecordRef("app", "r1"))).isTrue();
            assertThat(store.hinata().count("owner")).isZero();
            assertThat(store.bin().restore("owner", new RecordRef("app", "r1"), "j2"))
                    .isPresent();
        }
        assertFilled(folder);
    }

    @Test
    void oneStoreAtATimeAndTheSuccessorWaits() throws Exception {
        Store first = TestStores.open(folder, vault);
        assertThatThrownBy(() -> TestStores.open(folder, vault, SHORT))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("in use");
        assertThat(first.hinata().count("owner")).isZero();

        CompletableFuture<Store> second = CompletableFuture.supplyAsync(() -> TestStores.open(folder, vault));
        assertThat(second).isNotDone();
        first.close();

        try (Store opened = second.get(60, TimeUnit.SECONDS)) {
            assertThat(opened.hinata().count("owner")).isZero();
        }
    }

    @Test
    void anotherProcessIsRespected() throws Exception {
        fill();
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.resolve("derby.lock").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> TestStores.open(folder, vault, SHORT))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("in use by another process");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertFilled(folder);
    }

    @Test
    void whatWasAcknowledgedSurvivesAPowerCut(@TempDir Path other) {
        try (Store store = TestStores.open(folder, vault)) {
            for (int i = 0; i < 20; i++) {
                store.hinata().submit("owner", "app", List.of(record("r" + i, "a note")), "j" + i);
            }
            TestStores.copy(folder.resolve("derby"), other.resolve("derby"));
        }

        try (Store store = TestStores.open(other, vault)) {
            assertThat(store.hinata().changesAfter("owner", 0, 100)).hasSize(20);
            assertThat(store.jobs().unfinished()).hasSize(20);
        }
    }

    @Test
    void aHalfMadeDatabaseIsMadeAnew() throws IOException {
        Files.createDirectories(folder.resolve("derby.creating").resolve("seg0"));
        Files.writeString(folder.resolve("derby.creating").resolve("service.properties"), "torn");

        TestStores.openOrMake(folder, vault, SHORT).close();

        fill();
        assertFilled(folder);
        assertThat(folder.resolve("derby.creating")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoDatabaseIsLeftAlone() throws IOException {
        Path file = Files.createDirectories(folder.resolve("derby")).resolve("mine.txt");
        Files.writeString(file, "mine");

        assertThatThrownBy(() -> TestStores.open(folder, vault)).isInstanceOf(StorageException.class);

        assertThat(file).hasContent("mine");
        assertThat(folder.resolve("derby")).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> TestStores.openOrMake(file.resolve("below"), vault, SHORT))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot be written");
    }

    private void fill() {
        try (Store store = TestStores.open(folder, vault)) {
            store.hinata().submit("owner", "app", List.of(record("r1", "a note")), "j1");
        }
    }

    private void assertFilled(Path there) {
        try (Store store = TestStores.open(there, vault)) {
            assertThat(store.hinata().find("owner", "r1", EVERYTHING)).hasSize(1);
        }
    }
}
