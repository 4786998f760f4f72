package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlStateStoreTest {
    private static final StateKey APP = StateKey.of("app", "notes");
    private static final StateKey GRANT = new StateKey("grant", "owner", "notes");

    private final JceVault vault = new JceVault();

    @TempDir
    private Path folder;

    private Store store;
    private StateStore state;

    @BeforeEach
    void open() {
        store = TestStores.open(folder, vault);
        state = store.state();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void documentsAreThereAfterARestart() {
        state.put(APP, new Json("{\"a\": 1}"));
        state.put(GRANT, new Json("[\"é\"]"));
        state.put(APP, new Json("{\"a\": 2}"));

        close();
        open();

        assertThat(state.get(APP)).contains(new Json("{\"a\": 2}"));
        assertThat(state.get(GRANT)).contains(new Json("[\"é\"]"));
        assertThat(state.get(StateKey.of("grant", "notes"))).isEmpty();
    }

    @Test
    void severalDocumentsGoAtOnce() {
        StateKey stays = new StateKey("grant", "mei", "notes");
        state.putAll(Map.of(APP, new Json("1"), GRANT, new Json("2"), stays, new Json("3")));

        state.deleteAll(List.of(APP, GRANT, StateKey.of("app", "none")));

        assertThat(state.get(APP)).isEmpty();
        assertThat(state.get(GRANT)).isEmpty();
        assertThat(state.get(stays)).contains(new Json("3"));
    }

    @Test
    void absentMeansAbsent() {
        assertThat(state.putIfAbsent(GRANT, new Json("1"))).isTrue();
        assertThat(state.putIfAbsent(GRANT, new Json("2"))).isFalse();
        assertThat(state.get(GRANT)).contains(new Json("1"));
    }

    @Test
    void aDeletedDocumentIsGone() {
        state.put(GRANT, new Json("1"));

        assertThat(state.delete(GRANT)).isTrue();
        assertThat(state.delete(GRANT)).isFalse();
        assertThat(state.get(GRANT)).isEmpty();
    }

    @Test
    void aCollectionIsListedWholeOrForAUser() {
        StateKey guests = new StateKey("grant", "guest", "notes");
        StateKey nobodys = StateKey.of("grant", "notes");
        state.putAll(Map.of(GRANT, new Json("1"), guests, new Json("2"), nobodys, new Json("3"), APP, new Json("4")));

        assertThat(state.list("grant"))
                .isEqualTo(Map.of(GRANT, new Json("1"), guests, new Json("2"), nobodys, new Json("3")));
        assertThat(state.list("grant", "guest")).isEqualTo(Map.of(guests, new Json("2")));
        assertThat(state.list("none")).isEmpty();
    }

    @Test
    void severalAreWrittenAllOrNone() {
        StateKey tooLong = StateKey.of("app", "x".repeat(301));

        assertThatThrownBy(() -> state.putAll(Map.of(APP, new Json("1"), tooLong, new Json("2"))))
                .isInstanceOf(StorageException.class);

        assertThat(state.list("app")).isEmpty();
    }

    @Test
    void askingForAUserMakesNoKey() {
        assertThat(state.get(new StateKey("grant", "nobody", "x"))).isEmpty();
        assertThat(state.list("grant", "nobody")).isEmpty();
        assertThat(vault.knows("nobody")).isFalse();
    }

    @Test
    void aLargeDocumentFits() {
        Json large = new Json("\"" + "é".repeat(500_000) + "\"");
        state.put(GRANT, large);

        assertThat(state.get(GRANT)).contains(large);
    }
}
