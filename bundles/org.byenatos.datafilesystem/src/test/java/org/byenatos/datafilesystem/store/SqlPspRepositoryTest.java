package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.Layer;
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
