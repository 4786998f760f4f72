package org.byenatos.datafilesystem.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** Gives the space of each user, and makes it with the user's first record. Thread-safe. */
final class UserSpaces {
    private static final String FIND = "SELECT hash_key FROM users WHERE user_id = ?";
    private static final String INSERT =
            "INSERT INTO users (user_id, hash_key, last_seq, record_count) VALUES (?, ?, 0, 0)";

    private final Database database;
    private final KeyVault vault;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, HashKey> known = new ConcurrentHashMap<>();

    UserSpaces(Database database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The space of a user who has had records; asking for any other makes no key. */
    Optional<UserSpace> find(String userId) {
        HashKey key = known.get(userId);
        if (key != null) {
            return Optional.of(space(userId, key));
        }
        return database.read(session -> sealed(session, userId)).map(stored -> space(userId, open(userId, stored)));
    }

    UserSpace findOrMake(String userId) {
        return find(userId)
                .orElseGet(() -> space(userId, open(userId, database.write(session -> make(session, userId)))));
    }

    private byte[] make(Session session, String userId) throws SQLException {
        Optional<byte[]> meanwhile = sealed(session, userId);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        byte[] key = new byte[HashKey.KEY_BYTES];
        random.nextBytes(key);
        byte[] sealed = vault.cipher(userId).seal(key, binding(userId));
        session.change(INSERT, userId, sealed);
        return sealed;
    }

    private HashKey open(String userId, byte[] sealed) {
        HashKey key = new HashKey(vault.cipher(userId).open(sealed, binding(userId)));
        known.put(userId, key);
        return key;
    }

    private UserSpace space(String userId, HashKey key) {
        return new UserSpace(userId, vault.cipher(userId), key);
    }

    private static Optional<byte[]> sealed(Session session, String userId) throws SQLException {
        return session.first(FIND, row -> row.getBytes(1), userId);
    }

    private static byte[] binding(String userId) {
        return new Binding("hash-key.1").with(userId).bytes();
    }
}
