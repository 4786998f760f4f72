package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.hinata.Visibility.EVERYTHING;
import static org.byenatos.datafilesystem.Records.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.byenatos.api.common.Json;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.state.StateKey;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person wrote lies open nowhere: not in the files, and not in the tables for who has the database's key. */
class SealingTest {
    private static final String SECRET = "Geheimnis";

    private final JceVault vault = new JceVault();

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() {
        try (Store store = TestStores.open(folder, vault)) {
            HinataStorage storage = store.hinata();
            storage.submit("owner", "app", List.of(secret("1", "old"), secret("2", "old"), secret("gone", "")), "j1");
            enrich(storage, "1");
            enrich(storage, "2");
            storage.submit("owner", "app", List.of(secret("1", "new")), "j2");
            storage.delete("owner", new RecordRef("app", SECRET + "-gone"));
            store.state().put(new StateKey("note", "owner", "1"), new Json("\"" + SECRET + "\""));
            store.state().put(new StateKey("note", "owner", "2"), new Json("\"other\""));
            store.psp().save("owner", List.of(component("c1", SECRET), component("c2", "other")), List.of());
        }
    }

    @Test
    void theFilesTellNothing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(20);
            for (Path file : all) {
                assertThat(spread(Files.readAllBytes(file)))
                        .as(file.toString())
                        .doesNotContain(SECRET)
                        .doesNotContain(spread(SECRET.getBytes(StandardCharsets.UTF_16BE)))
                        .doesNotContain(spread(SECRET.getBytes(StandardCharsets.UTF_16LE)));
            }
        }
    }

    @Test
    void theTablesTellNothing() throws Exception {
        try (Tables tables = new Tables(folder, vault)) {
            assertThat(tables.names()).contains("RECORDS", "REVISIONS", "ENRICHMENTS", "TOMBSTONES", "DOCUMENTS");
            assertThat(tables.values())
                    .hasSizeGreaterThan(60)
                    .noneMatch(value -> value != null && value.contains(SECRET));
        }
    }

    @Test
    void exchangedContentsAreNoticed() throws Exception {
        try (Tables tables = new Tables(folder, vault)) {
            exchange(tables, "records", "sealed", "record_no");
            exchange(tables, "enrichments", "sealed", "record_no");
            exchange(tables, "documents", "content", "id");
            exchange(tables, "psp_components", "sealed", "component_id");
        }

        try (Store store = TestStores.open(folder, vault)) {
            RecordRef ref = new RecordRef("app", SECRET + "-2");
            assertRefused(() -> store.hinata().find("owner", ref, EVERYTHING));
            assertRefused(() -> store.state().get(new StateKey("note", "owner", "1")));
            assertRefused(() -> store.psp().components("owner"));
        }
    }

    @Test
    void anEnrichmentOfAnotherRevisionIsNoticed() throws Exception {
        try (Tables tables = new Tables(folder, vault)) {
            assertThat(tables.change("UPDATE enrichments SET revision = 2 WHERE record_no = 1"))
                    .isEqualTo(1);
        }

        try (Store store = TestStores.open(folder, vault)) {
            assertRefused(() -> store.hinata().find("owner", new RecordRef("app", SECRET + "-1"), EVERYTHING));
        }
    }

    @Test
    void anEarlierContentPutBackUnderALaterRevisionIsNoticed() throws Exception {
        try (Tables tables = new Tables(folder, vault)) {
            assertThat(tables.change("UPDATE records SET sealed ="
                            + " (SELECT sealed FROM revisions v WHERE v.record_no = 1) WHERE record_no = 1"))
                    .isEqualTo(1);
        }

        try (Store store = TestStores.open(folder, vault)) {
            assertRefused(() -> store.hinata().find("owner", new RecordRef("app", SECRET + "-1"), EVERYTHING));
        }
    }

    @Test
    void aRecordThatIsPrivateInsideIsNotShownForMarksThatSayShared() throws Exception {
        try (Store store = TestStores.open(folder, vault)) {
            store.hinata().submit("owner", "other", List.of(record("shared", "a note")), "j3");
        }
        try (Tables tables = new Tables(folder, vault)) {
            tables.change("UPDATE records SET marks = (SELECT o.marks FROM records o WHERE o.app_id = 'other')");
        }

        try (Store store = TestStores.open(folder, vault)) {
            Visibility stranger = new Visibility("stranger", true, true, true);
            PageRequest all = new PageRequest(10, null);
            assertThat(store.hinata()
                            .list("owner", stranger, RecordFilter.NONE, all)
                            .items())
                    .extracting(StoredRecord::appId)
                    .containsExactly("other");
        }
    }

    @Test
    void withoutTheUsersKeyNothingIsReadAndNothingOverwritten() throws Exception {
        vault.destroy("owner");
        try (Store store = TestStores.open(folder, vault)) {
            assertRefused(() -> store.hinata().submit("owner", "app", List.of(secret("3", "")), "j3"));
            assertRefused(() -> store.hinata().find("owner", SECRET + "-1", EVERYTHING));
        }
        try (Tables tables = new Tables(folder, vault)) {
            assertThat(tables.values()).doesNotContain("j3");
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(StorageException.class);
    }

    private static void exchange(Tables tables, String table, String column, String key) throws Exception {
        String other =
                "(SELECT x." + column + " FROM " + table + " x WHERE x." + key + " <> " + table + "." + key + ")";
        assertThat(tables.change("UPDATE " + table + " SET " + column + " = " + other))
                .as(table)
                .isEqualTo(2);
    }

    private static void enrich(HinataStorage storage, String id) {
        Enrichment made = new Enrichment(
                List.of(SECRET),
                List.of(SECRET),
                List.of(SECRET),
                List.of(SECRET),
                null,
                "de",
                null,
                null,
                null,
                SECRET,
                "model",
                Instant.EPOCH);
        storage.enrich("j1", "owner", List.of(new RecordEnrichment(new RecordRef("app", SECRET + "-" + id), 1, made)));
    }

    private static HinataRecord secret(String id, String note) {
        Json json = new Json("\"" + SECRET + "\"");
        return new HinataRecord(
                SECRET + "-" + id,
                Instant.EPOCH,
                SECRET,
                SECRET,
                SECRET + note,
                SECRET,
                List.of(SECRET),
                Access.PRIVATE,
                SECRET,
                SECRET,
                json,
                json);
    }

    private static PspComponent component(String id, String text) {
        Evidence evidence = new Evidence(new RecordRef("app", SECRET + "-1"), Access.PRIVATE, Instant.EPOCH);
        return new PspComponent(
                id, Layer.CORE, ComponentType.FACT, null, text, 1, 1, List.of(evidence), Instant.EPOCH, null);
    }

    private static String spread(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
