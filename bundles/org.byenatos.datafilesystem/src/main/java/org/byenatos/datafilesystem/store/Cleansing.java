package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.state.StateKey;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** Takes out of a restored database what is noise in this home, and what was under way when it was copied. */
public final class Cleansing {

    private static final String SPACE = "SELECT hash_key FROM users WHERE user_id = ?";
    private static final String DOCUMENTS = "SELECT collection, id, content FROM documents WHERE user_id = ?";
    private static final String CUT_SHORT =
            "UPDATE jobs SET finished_at = ?, error = ?" + " WHERE finished_at IS NULL AND kind <> 'enrichment'";

    private final Database database;
    private final KeyVault vault;
    private final Clock clock;

    /**
     * @param database the restored one
     * @param vault this home's keys
     * @param clock what time it is
     */
    public Cleansing(Database database, KeyVault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Does it. Returns the users of whom nothing can be read any more, because their key was destroyed. */
    public List<String> run() {
        long now = TimeKey.of(clock.instant());
        database.write(session -> session.change(CUT_SHORT, now, "was under way when the backup was made"));
        List<String> out = new ArrayList<>();
        for (String userId : Examination.users(database)) {
            if (database.read(session -> isNoise(session, userId))) {
                database.write(session -> UserErasure.delete(session, userId));
                out.add(userId);
            }
        }
        return out;
    }

    /** Without the key, or under another key of the same name, nothing opens. */
    private boolean isNoise(Session session, String userId) throws SQLException {
        if (!vault.holds(userId)) {
            return true;
        }
        Optional<byte[]> space = session.first(SPACE, row -> row.getBytes(1), userId);
        if (space.isPresent()) {
            return !opens(() -> vault.cipher(userId).open(space.get(), UserSpaces.binding(userId)));
        }
        Optional<Sealed> document = session.first(
                DOCUMENTS,
                row -> new Sealed(new StateKey(row.getString(1), userId, row.getString(2)), row.getBytes(3)),
                userId);
        return document.isPresent()
                && !opens(() -> SqlStateStore.open(
                        vault, document.get().key(), document.get().content()));
    }

    private static boolean opens(Runnable opening) {
        try {
            opening.run();
            return true;
        } catch (StorageException noise) {
            return false;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(StateKey key, byte[] content) {}
}
