package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.state.StateKey;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** Looks at everything there is, bit by bit: every table and index, and every sealed text of every user. Thread-safe. */
public final class Examination {

    /** The tables that hold what is kept. */
    public static final List<String> TABLES = List.of(
            "users",
            "records",
            "binned_records",
            "revisions",
            "enrichments",
            "tombstones",
            "jobs",
            "documents",
            "psp_components",
            "psp_versions",
            "psp_changes",
            "psp_corrections");

    private static final int AT_ONCE = 200;
    private static final String ROW = "SELECT record_no, app_id, id_hash, revision, seq, stored_at, sealed FROM ";
    private static final String NEXT = " WHERE user_no = ? AND seq > ? ORDER BY seq FETCH FIRST ? ROWS ONLY";
    private static final String EARLIER = "SELECT r.record_no, r.app_id, r.id_hash, v.revision, v.seq, v.stored_at,"
            + " v.sealed FROM %s r INNER JOIN revisions v ON v.record_no = r.record_no WHERE r.record_no = ?";
    private static final String ENRICHMENTS = "SELECT revision, sealed FROM enrichments WHERE record_no = ?";
    private static final String DOCUMENTS = "SELECT collection, id, content FROM documents WHERE user_id = ?";

    private final Database database;
    private final UserSpaces spaces;
    private final KeyVault vault;
    private final Codec codec;

    Examination(Database database, UserSpaces spaces, KeyVault vault, Codec codec) {
        this.database = database;
        this.spaces = spaces;
        this.vault = vault;
        this.codec = codec;
    }

    /** How many rows each table has. */
    public Map<String, Long> rows() {
        return rows(database);
    }

    /** How many rows each table of a database has. */
    public static Map<String, Long> rows(Database database) {
        return database.read(session -> {
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String table : TABLES) {
                rows.put(
                        table,
                        session.first("SELECT COUNT(*) FROM " + table, row -> row.getLong(1))
                                .orElse(0L));
            }
            return rows;
        });
    }

    /** Everybody of whom something is kept. */
    public Set<String> users() {
        return users(database);
    }

    /** Everybody of whom something is kept in a database. */
    public static Set<String> users(Database database) {
        return database.read(session -> {
            Set<String> users = new TreeSet<>();
            for (String table : List.of("users", "documents", "psp_components")) {
                users.addAll(session.all("SELECT DISTINCT user_id FROM " + table, row -> row.getString(1)));
            }
            users.remove("");
            return users;
        });
    }

    /** Examines a table and its indexes. Returns what is wrong, nothing if it is sound. */
    public Optional<String> table(String table) {
        try {
            database.read(session -> {
                database.engine().check(session.connection(), table);
                return true;
            });
            return Optional.empty();
        } catch (ByenatosException damaged) {
            return Optional.of("table " + table + ": " + damaged.getMessage());
        }
    }

    /**
     * Opens the next records of a user with all revisions and enrichments.
     *
     * @param binned whether to look into the bin instead
     * @param after the position of the last one that was looked at
     */
    public Look records(String userId, boolean binned, long after) {
        Optional<UserSpace> space = spaces.find(userId);
        if (space.isEmpty()) {
            return new Look(0, after, true, List.of());
        }
        return database.read(session -> records(session, space.get(), binned ? "binned_records" : "records", after));
    }

    private Look records(Session session, UserSpace space, String table, long after) throws SQLException {
        List<RecordRow> rows = session.all(
                ROW + table + NEXT, row -> RecordRow.read(space.userId(), row), space.userNo(), after, AT_ONCE);
        List<String> damage = new ArrayList<>();
        long last = after;
        for (RecordRow row : rows) {
            last = row.seq();
            List<RecordRow> all = new ArrayList<>(session.all(
                    EARLIER.formatted(table),
                    earlier -> RecordRow.read(space.userId(), earlier),
                    row.place().recordNo()));
            all.add(row);
            for (RecordRow one : all) {
                attempt(
                        damage,
                        name(space, row) + " revision " + one.revision(),
                        () -> codec.read(
                                space.cipher().open(one.sealed(), one.place().content(one.revision())),
                                HinataRecord.class));
            }
            enrichments(session, space, row, damage);
        }
        return new Look(rows.size(), last, rows.size() < AT_ONCE, damage);
    }

    private void enrichments(Session session, UserSpace space, RecordRow row, List<String> damage) throws SQLException {
        for (Enriched one : session.all(
                ENRICHMENTS,
                found -> new Enriched(found.getInt(1), found.getBytes(2)),
                row.place().recordNo())) {
            attempt(damage, name(space, row) + " enrichment of revision " + one.revision(), () -> space.cipher()
                    .open(one.sealed(), row.place().enrichment(one.revision())));
        }
    }

    private static String name(UserSpace space, RecordRow row) {
        return "user " + space.userId() + " app " + row.place().appId() + " record number "
                + row.place().recordNo();
    }

    /** Opens a user's memory and documents. */
    public Look rest(String userId) {
        return database.read(session -> {
            List<String> damage = new ArrayList<>();
            int[] seen = {0};
            attempt(
                    damage,
                    "user " + userId + " memory",
                    () -> seen[0] += new MemoryRows(session, userId, vault, codec)
                            .lines()
                            .size());
            for (Named document : session.all(
                    DOCUMENTS,
                    row -> new Named(new StateKey(row.getString(1), userId, row.getString(2)), row.getBytes(3)),
                    userId)) {
                seen[0]++;
                attempt(
                        damage,
                        "user " + userId + " document " + document.key().collection(),
                        () -> SqlStateStore.open(vault, document.key(), document.sealed()));
            }
            return new Look(seen[0], 0, true, damage);
        });
    }

    private static void attempt(List<String> damage, String what, Reading reading) throws SQLException {
        try {
            reading.read();
        } catch (ByenatosException damaged) {
            damage.add(what + ": " + damaged.getMessage());
        }
    }

    /** Reads something. */
    private interface Reading {
        Object read() throws SQLException;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Enriched(int revision, byte[] sealed) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Named(StateKey key, byte[] sealed) {}

    /**
     * What a look came to.
     *
     * @param seen how many things were looked at
     * @param last the position of the last one
     * @param end whether there are no more
     * @param damage what is wrong
     */
    public record Look(int seen, long last, boolean end, List<String> damage) {}
}
