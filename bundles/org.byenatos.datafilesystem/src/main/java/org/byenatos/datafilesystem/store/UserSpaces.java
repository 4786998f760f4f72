package org.byenatos.datafilesystem.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** Gives the space of each user, and makes it with the user's first record. Thread-safe. */
final class UserSpaces {
    private static final String FIND = "SELECT user_no, hash_key FROM users WHERE user_id = ?";
    private static final String LAST = "SELECT MAX(user_no) FROM users";
    private static final String INSERT =
            "INSERT INTO users (user_no, user_id, hash_key, last_seq, record_count) VALUES (?, ?, ?, 0, 0)";

    private final Database database;
    private final KeyVault vault;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    UserSpaces(Database database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The space of a user who has had records; asking for any other makes no key. */
    Optional<UserSpace> find(String userId) {
        Known there = known.get(userId);
        if (there != null) {
            return Optional.of(there.space(userId, vault));
        }
        return database.read(session -> row(session, userId)).map(row -> open(userId, row));
    }

    UserSpace findOrMake(String userId) {
        return find(userId).orElseGet(() -> open(userId, database.write(session -> make(session, userId))));
    }

    void forget(String userId) {
        known.remove(userId);
    }

    private Row make(Session session, String userId) throws SQLException {
        Optional<Row> meanwhile = row(session, userId);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        byte[] key = new byte[HashKey.KEY_BYTES];
        random.nextBytes(key);
        int last = session.first(LAST, row -> row.getInt(1)).orElse(0);
        Row made = new Row(last + 1, vault.cipher(userId).seal(key, binding(userId)));
        session.change(INSERT, made.userNo(), userId, made.sealedKey());
        return made;
    }

    private UserSpace open(String userId, Row row) {
        HashKey key = new HashKey(vault.cipher(userId).open(row.sealedKey(), binding(userId)));
        Known opened = new Known(row.userNo(), key);
        known.put(userId, opened);
        return opened.space(userId, vault);
    }

    private static Optional<Row> row(Session session, String userId) throws SQLException {
        return session.first(FIND, Row::read, userId);
    }

    static byte[] binding(String userId) {
        return new Binding("hash-key.1").with(userId).bytes();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(int userNo, byte[] sealedKey) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getInt(1), row.getBytes(2));
        }
    }

    /** The cipher is the vault's to keep: it may have been destroyed meanwhile. */
    private record Known(int userNo, HashKey hashes) {
        UserSpace space(String userId, KeyVault vault) {
            return new UserSpace(userNo, userId, vault.cipher(userId), hashes);
        }
    }
}
