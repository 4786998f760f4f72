package org.byenatos.datafilesystem.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.common.Json;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** Documents in the database, those of a user sealed under the user's key. */
final class SqlStateStore implements StateStore {
    private static final String NOBODY = "";
    private static final String FIND = "SELECT content FROM documents WHERE collection = ? AND user_id = ? AND id = ?";
    private static final String UPDATE =
            "UPDATE documents SET content = ? WHERE collection = ? AND user_id = ? AND id = ?";
    private static final String INSERT = "INSERT INTO documents (content, collection, user_id, id) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM documents WHERE collection = ? AND user_id = ? AND id = ?";
    private static final String LIST = "SELECT user_id, id, content FROM documents WHERE collection = ?";
    private static final String LIST_OF_USER = LIST + " AND user_id = ?";

    private final Database database;
    private final KeyVault vault;

    SqlStateStore(Database database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public Optional<Json> get(StateKey key) {
        return database.read(session -> content(session, key)).map(content -> open(key, content));
    }

    @Override
    public void put(StateKey key, Json document) {
        putAll(Map.of(key, document));
    }

    @Override
    public void putAll(Map<StateKey, Json> documents) {
        // Sealed within, so that nothing sealed before an erasure is written after it.
        database.write(session -> {
            for (Map.Entry<StateKey, Json> entry : documents.entrySet()) {
                put(session, entry.getKey(), seal(entry.getKey(), entry.getValue()));
            }
            return documents.size();
        });
    }

    @Override
    public boolean putIfAbsent(StateKey key, Json document) {
        return database.write(session -> {
            boolean absent = content(session, key).isEmpty();
            if (absent) {
                put(session, key, seal(key, document));
            }
            return absent;
        });
    }

    @Override
    public boolean delete(StateKey key) {
        return database.write(session -> session.change(DELETE, key.collection(), user(key), key.id()) > 0);
    }

    @Override
    public void deleteAll(Collection<StateKey> keys) {
        database.write(session -> {
            for (StateKey key : keys) {
                session.change(DELETE, key.collection(), user(key), key.id());
            }
            return keys.size();
        });
    }

    @Override
    public Map<StateKey, Json> list(String collection) {
        return opened(collection, database.read(session -> session.all(LIST, DocumentRow::read, collection)));
    }

    @Override
    public Map<StateKey, Json> list(String collection, String userId) {
        return opened(
                collection, database.read(session -> session.all(LIST_OF_USER, DocumentRow::read, collection, userId)));
    }

    private Map<StateKey, Json> opened(String collection, List<DocumentRow> rows) {
        Map<StateKey, Json> documents = new HashMap<>();
        for (DocumentRow row : rows) {
            StateKey key = new StateKey(collection, row.userId().equals(NOBODY) ? null : row.userId(), row.id());
            documents.put(key, open(key, row.content()));
        }
        return documents;
    }

    private static Optional<byte[]> content(Session session, StateKey key) throws SQLException {
        return session.first(FIND, row -> row.getBytes(1), key.collection(), user(key), key.id());
    }

    private static void put(Session session, StateKey key, byte[] content) throws SQLException {
        if (session.change(UPDATE, content, key.collection(), user(key), key.id()) == 0) {
            session.change(INSERT, content, key.collection(), user(key), key.id());
        }
    }

    private static String user(StateKey key) {
        return key.userId() == null ? NOBODY : key.userId();
    }

    private byte[] seal(StateKey key, Json document) {
        byte[] plain = document.text().getBytes(StandardCharsets.UTF_8);
        return key.userId() == null ? plain : vault.cipher(key.userId()).seal(plain, binding(key, key.userId()));
    }

    private Json open(StateKey key, byte[] content) {
        return open(vault, key, content);
    }

    static Json open(KeyVault vault, StateKey key, byte[] content) {
        byte[] plain =
                key.userId() == null ? content : vault.cipher(key.userId()).open(content, binding(key, key.userId()));
        return new Json(new String(plain, StandardCharsets.UTF_8));
    }

    private static byte[] binding(StateKey key, String userId) {
        return new Binding("document.1")
                .with(key.collection())
                .with(userId)
                .with(key.id())
                .bytes();
    }
}
