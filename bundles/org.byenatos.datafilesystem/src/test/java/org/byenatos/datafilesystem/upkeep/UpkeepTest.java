package org.byenatos.datafilesystem.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.hinata.Visibility.EVERYTHING;
import static org.byenatos.datafilesystem.Records.enrichment;
import static org.byenatos.datafilesystem.Records.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.job.Job;
import org.byenatos.api.job.JobState;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.api.upkeep.Erasure;
import org.byenatos.api.upkeep.UpkeepTask;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.byenatos.datafilesystem.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {

    private final JceVault vault = new JceVault();
    private final List<String> rebuilt = new ArrayList<>();

    @TempDir
    private Path folder;

    private Store store;
    private Upkeeper upkeeper;
    private boolean fits = true;

    @BeforeEach
    void open() {
        Path derby = folder.resolve("derby");
        Restore restore = new Restore(folder, derby, vault, Clock.systemUTC(), this::engine);
        if (Files.exists(derby)) {
            store = Store.open(
                    folder.resolve("derby.lock"),
                    Duration.ofSeconds(5),
                    () -> {
                        restore.beforeOpening();
                        return engine(derby);
                    },
                    4,
                    vault,
                    Clock.systemUTC());
        } else {
            store = TestStores.open(folder, vault);
        }
        Derived derived = new Derived() {
            @Override
            public boolean fits(String userId) {
                return fits;
            }

            @Override
            public void rebuild(String userId) {
                rebuilt.add(userId);
            }
        };
        upkeeper = new Upkeeper(store, derived, restore, vault, folder, derby);
    }

    private org.byenatos.datafilesystem.derby.DerbyEngine engine(Path where) {
        return org.byenatos.datafilesystem.derby.DerbyEngine.open(
                new org.byenatos.datafilesystem.derby.DerbySettings(where, folder.resolve("derby.log"), 250),
                vault::databaseKey);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anExportMakesAnotherUserTheSameAndAgainChangesNothing() throws IOException {
        live("ada");
        List<String> before = export("ada");

        Job first = importAs("grace", before);
        Job again = importAs("grace", before);

        assertThat(export("grace")).isEqualTo(withoutDocuments(before));
        assertThat(first.state()).as(first.error()).isEqualTo(JobState.DONE);
        assertThat(first.result().text()).contains("\"stored\":9").doesNotContain("kept");
        assertThat(again.result().text()).contains("\"unchanged\":8").doesNotContain("kept");
        assertThat(store.hinata().count("grace")).isEqualTo(store.hinata().count("ada"));
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void whatIsThereStaysAndOthersBecomeEnriched() throws IOException {
        store.hinata().submit("ada", "app", List.of(record("r1", "theirs"), record("r2", "theirs")), "j1");
        store.hinata().submit("grace", "app", List.of(record("r1", "mine")), "j2");

        Job job = importAs("grace", export("ada"));

        assertThat(job.state()).as(job.error()).isEqualTo(JobState.DONE);
        assertThat(job.result().text()).contains("\"kept\":1", "\"stored\":1");
        assertThat(note("grace", "r1")).isEqualTo("mine");
        assertThat(note("grace", "r2")).isEqualTo("theirs");
        assertThat(store.jobs().unfinished())
                .filteredOn(open -> open.userId().equals("grace"))
                .extracting(Job::total)
                .containsExactly(1, 1);
    }

    @Test
    void whatIsNoExportFailsAndSaysWhere() throws IOException {
        assertThat(importAs("ada", List.of("{\"type\":\"record\"}")).error()).contains("header");
        assertThat(importAs("ada", List.of("{\"type\":\"header\",\"version\":99}"))
                        .error())
                .contains("form 99");
        String header = "{\"type\":\"header\",\"version\":1}";
        assertThat(importAs("ada", List.of(header, "secret words")).error())
                .contains("line 2")
                .doesNotContain("secret");
    }

    @Test
    void anErasedUserLeavesNothingAndComesBackEmpty() throws IOException {
        live("ada");
        live("grace");
        List<String> others = export("grace");

        Erasure receipt = upkeeper.erase("ada");

        assertThat(receipt.keyDestroyed()).isTrue();
        assertThat(receipt.counts())
                .containsEntry("records", 3L)
                .containsEntry("revisions", 1L)
                .containsEntry("components", 1L)
                .containsEntry("documents", 2L);
        assertThat(rebuilt).containsExactly("ada");
        assertThat(vault.knows("ada")).isFalse();
        assertThatThrownBy(() -> store.hinata().submit("ada", "app", List.of(record("r9", "late")), "j9"))
                .isInstanceOf(NotFoundException.class);
        assertThat(store.examination().users()).containsExactly("grace");
        assertThat(export("grace")).isEqualTo(others);

        upkeeper.admit("ada");
        store.hinata().submit("ada", "app", List.of(record("r9", "anew")), "j9");
        assertThat(store.hinata().count("ada")).isEqualTo(1);
    }

    @Test
    void aBackupComesBackAsItWas() throws IOException {
        live("ada");
        List<String> before = export("ada");
        Path file = folder.resolve("one.backup");
        Job backup = run(new UpkeepTask.Backup(file.toString()));
        store.hinata().submit("ada", "app", List.of(record("later", "later")), "later");

        Job restore = run(new UpkeepTask.Restore(file.toString()));
        assertThat(store.hinata().find("ada", new RecordRef("app", "later"), EVERYTHING))
                .isPresent();
        close();
        open();

        assertThat(backup.state()).as(backup.error()).isEqualTo(JobState.DONE);
        assertThat(backup.result().text()).contains("sha256");
        assertThat(restore.state()).as(restore.error()).isEqualTo(JobState.DONE);
        assertThat(export("ada")).isEqualTo(before);
        assertThat(store.jobs().find(backup.id()).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(folder.resolve("derby.replaced")).isDirectory();
        assertThat(folder.resolve("restore")).doesNotExist();
    }

    @Test
    void anErasedUserDoesNotComeBackWithAnOlderBackup() throws IOException {
        live("ada");
        live("grace");
        List<String> others = export("grace");
        Path file = folder.resolve("one.backup");
        run(new UpkeepTask.Backup(file.toString()));
        upkeeper.erase("ada");
        upkeeper.admit("ada");
        store.state().put(new StateKey("user", "ada", "ada"), new Json("{\"again\":true}"));

        Job restore = run(new UpkeepTask.Restore(file.toString()));
        close();
        open();

        assertThat(restore.result().text()).contains("\"users_left_out\":[\"ada\"]");
        assertThat(store.examination().users()).containsExactly("grace");
        assertThat(store.hinata().count("ada")).isZero();
        assertThat(store.state().list("user")).hasSize(1);
        assertThat(export("grace")).isEqualTo(others);
    }

    @Test
    void aBackupThatWasChangedIsRefused() throws IOException {
        live("ada");
        Path file = folder.resolve("one.backup");
        run(new UpkeepTask.Backup(file.toString()));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed.backup"), bytes);
        Path cut = Files.write(folder.resolve("cut.backup"), java.util.Arrays.copyOf(bytes, bytes.length - 70_000));

        assertThat(run(new UpkeepTask.Restore(changed.toString())).error()).contains("changed or cut short");
        assertThat(run(new UpkeepTask.Restore(cut.toString())).error()).contains("changed or cut short");
        close();
        open();
        assertThat(store.hinata().count("ada")).isEqualTo(2);
    }

    @Test
    void aRestoreAskedForByAFileIsDoneAtTheNextOpening() throws IOException {
        live("ada");
        Path file = folder.resolve("one.backup");
        run(new UpkeepTask.Backup(file.toString()));
        store.hinata().delete("ada", new RecordRef("app", "r1"));
        close();
        Files.writeString(folder.resolve("restore.request"), file.toString());
        open();
        assertThat(store.hinata().count("ada")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("restore.report"))).contains("restored from");

        close();
        Files.writeString(
                folder.resolve("restore.request"), folder.resolve("none").toString());
        open();
        assertThat(store.hinata().count("ada")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("restore.report"))).contains("not restored");
    }

    @Test
    void anExaminationCountsAndFindsWhatIsDamaged() throws Exception {
        live("ada");
        assertThat(run(new UpkeepTask.Verify()).result().text())
                .contains("\"intact\":true", "\"records\":2", "\"binned\":1", "\"rebuilt_count\":0");
        store.database().write(session -> session.change("UPDATE revisions SET sealed = ?", (Object) new byte[60]));
        fits = false;

        String found = run(new UpkeepTask.Verify()).result().text();

        assertThat(found).contains("\"intact\":false", "revision 1", "\"damage_count\":1");
        assertThat(rebuilt).contains("ada");
    }

    @Test
    void compactingGivesRoomBackAndLosesNothing() throws IOException {
        for (int i = 0; i < 20; i++) {
            List<HinataRecord> many = new ArrayList<>();
            for (int j = 0; j < 100; j++) {
                many.add(record(i + "-" + j, "x".repeat(2000)));
            }
            store.hinata().submit("ada", "app", many, "j" + i);
        }
        while (!store.hinata().deleteAll("ada", "app", 500).isEmpty()) {
            // until there are none left
        }
        live("ada");
        List<String> before = export("ada");

        Job job = run(new UpkeepTask.Compact());

        assertThat(job.state()).as(job.error()).isEqualTo(JobState.DONE);
        String[] bytes = job.result().text().replaceAll("[^0-9,]", "").split(",");
        assertThat(Long.parseLong(bytes[1])).isLessThan(Long.parseLong(bytes[0]) / 2);
        assertThat(export("ada")).isEqualTo(before);
    }

    @Test
    void filesThatCannotBeAreRefusedAtOnce() throws IOException {
        assertThatThrownBy(() -> upkeeper.begin(new UpkeepTask.Backup("relative")))
                .isInstanceOf(InvalidInputException.class);
        Path there = Files.writeString(folder.resolve("there"), "");
        assertThatThrownBy(() -> upkeeper.begin(new UpkeepTask.Backup(there.toString())))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> upkeeper.begin(
                        new UpkeepTask.Restore(folder.resolve("none").toString())))
                .isInstanceOf(InvalidInputException.class);
    }

    private void live(String user) {
        store.state().put(new StateKey("user", user, user), new Json("{\"token_hash\":\"x\"}"));
        store.state().put(new StateKey("grant", user, "app"), new Json("{\"app_id\":\"app\"}"));
        store.hinata().submit(user, "app", List.of(record("r1", "one"), record("r2", "two")), user + 1);
        store.hinata()
                .enrich(user + 1, user, List.of(new RecordEnrichment(new RecordRef("app", "r1"), 1, enrichment("m"))));
        store.hinata().submit(user, "app", List.of(record("r1", "one \ud800")), user + 2);
        store.hinata().submit(user, "other", List.of(record("r3", "三")), user + 3);
        store.bin().put(user, new RecordRef("other", "r3"));
        store.psp().save(user, List.of(component()), List.of());
    }

    private static PspComponent component() {
        Instant at = Instant.parse("2026-01-01T00:00:00.123456789Z");
        Evidence evidence = new Evidence(new RecordRef("app", "r1"), Access.SHARED, at);
        return new PspComponent(
                "c1", Layer.CORE, ComponentType.FACT, "drink", "Likes tea.", 0.8, 0.3, List.of(evidence), at, null);
    }

    private String note(String user, String id) {
        return store.hinata()
                .find(user, new RecordRef("app", id), EVERYTHING)
                .orElseThrow()
                .record()
                .note();
    }

    /** All lines but the header, which says when. */
    private List<String> export(String user) {
        List<String> lines = new ArrayList<>();
        String cursor = null;
        do {
            ArchivePage page = upkeeper.export(user, cursor);
            page.lines().forEach(line -> lines.add(line.text()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(lines.remove(0)).contains("\"type\":\"header\"", user);
        return lines;
    }

    private static List<String> withoutDocuments(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.contains("\"type\":\"document\""))
                .toList();
    }

    private Job importAs(String user, List<String> lines) throws IOException {
        boolean headed = lines.get(0).contains("header") || lines.size() == 1;
        String text = (headed ? "" : "{\"type\":\"header\",\"version\":1}\n") + String.join("\n", lines);
        Job job = upkeeper.receive(user, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return finished(job);
    }

    private Job run(UpkeepTask task) {
        return finished(upkeeper.begin(task));
    }

    private Job finished(Job job) {
        while (upkeeper.step(job.id()).more()) {
            // goes on
        }
        return store.jobs().find(job.id()).orElseThrow();
    }
}
