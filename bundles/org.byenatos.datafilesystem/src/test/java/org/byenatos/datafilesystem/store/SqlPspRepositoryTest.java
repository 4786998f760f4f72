package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.datafilesystem.Records.START;
import static org.byenatos.datafilesystem.Records.record;
import static org.byenatos.datafilesystem.Records.with;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspChange;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlPspRepositoryTest {
    private final JceVault vault = new JceVault();

    @TempDir
    private Path folder;

    @Test
    void componentsAreKeptChangedAndDeleted() {
        PspComponent tea = component("c1", "Likes tea.", null);
        PspComponent nuts = component("c2", "Is allergic to nuts.", null);
        PspComponent past = component("c1", "Likes tea.", Instant.parse("2026-02-01T00:00:00Z"));
        try (Store store = TestStores.open(folder, vault)) {
            store.psp().save("owner", List.of(tea, nuts), List.of());
            store.psp().save("guest", List.of(tea), List.of("c2"));
            store.psp().save("owner", List.of(past), List.of("c2", "none"));
        }

        try (Store store = TestStores.open(folder, vault)) {
            assertThat(store.psp().components("owner")).containsExactly(past);
            assertThat(store.psp().components("guest")).containsExactly(tea);
            assertThat(store.psp().components("nobody")).isEmpty();
            assertThat(vault.knows("nobody")).isFalse();
        }
    }

    @Test
    void aRollbackMakesThePspWhatItWas() {
        try (Store store = TestStores.open(folder, vault)) {
            store.hinata().submit("owner", "app", List.of(with(record("r1", "tea"), Access.SHARED, START)), "j1");
            PspComponent tea = resting("c1", "Likes tea.", "r1", Access.SHARED);
            PspComponent coffee = resting("c1", "Likes coffee.", "r1", Access.SHARED);
            PspComponent gone = resting("c2", "Is allergic to nuts.", "r2", Access.SHARED);
            store.psp().save("owner", List.of(tea), List.of());
            store.psp().save("owner", List.of(tea, gone), List.of());
            store.psp().save("owner", List.of(coffee), List.of("c2"));
            store.psp().save("owner", List.of(coffee), List.of());

            assertThat(versions(store)).containsExactly("3 learned 2", "2 learned 1", "1 learned 1");
            assertThat(store.pspHistory().changes("owner", "c1"))
                    .extracting(PspChange::kind)
                    .containsExactly("update", "create");
            assertThat(store.pspHistory().rollback("owner", 2)).isEqualTo(4);

            assertThat(store.psp().components("owner"))
                    .as("what rests on a record that is not there stays away")
                    .containsExactly(tea);
            assertThat(versions(store).get(0)).isEqualTo("4 rollback 1");
            assertThatThrownBy(() -> store.pspHistory().rollback("owner", 99)).isInstanceOf(NotFoundException.class);
            assertThat(store.pspHistory().rollback("owner", 4)).isEqualTo(4);
        }
    }

    @Test
    void aDeletedRecordLeavesNoWordsInTheHistory() {
        try (Store store = TestStores.open(folder, vault)) {
            store.psp().save("owner", List.of(resting("c1", "Likes tea.", "r1", Access.SHARED)), List.of());
            store.psp().save("owner", List.of(), List.of("c1"));
            store.pspHistory().forget("owner", List.of(new RecordRef("app", "r1")));

            assertThat(store.pspHistory().changes("owner", "c1"))
                    .extracting(PspChange::before)
                    .containsOnlyNulls();
            assertThat(store.pspHistory().rollback("owner", 1)).isEqualTo(2);
            assertThat(store.psp().components("owner")).isEmpty();
        }
    }

    private static List<String> versions(Store store) {
        return store.pspHistory().versions("owner", new PageRequest(10, null)).items().stream()
                .map(version -> version.version() + " " + version.cause() + " " + version.changes())
                .toList();
    }

    private static PspComponent resting(String id, String text, String record, Access access) {
        Evidence evidence = new Evidence(new RecordRef("app", record), access, START);
        return new PspComponent(
                id, Layer.CORE, ComponentType.FACT, "drink", text, 0.8, 0.5, List.of(evidence), START, null);
    }

    private static PspComponent component(String id, String text, Instant validTo) {
        Instant at = Instant.parse("2026-01-01T00:00:00.123456789Z");
        return new PspComponent(
                id,
                Layer.WORKING,
                ComponentType.FACT,
                "drink",
                text,
                0.1 + 0.2,
                1.0 / 3,
                List.of(new Evidence(new RecordRef("app", "r1"), Access.RESTRICTED, at)),
                at,
                validTo);
    }
}
