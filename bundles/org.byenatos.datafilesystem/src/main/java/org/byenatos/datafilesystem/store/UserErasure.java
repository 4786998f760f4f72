package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.byenatos.api.common.Json;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.upkeep.Erasure;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/**
 * Erases users. That one is to go is written down first, then their key is destroyed, then the rows go: begun, it is
 * brought to its end even by the next start. Thread-safe.
 */
final class UserErasure {

    private static final String ERASING = "erasing";
    private static final String NUMBER = "SELECT user_no FROM users WHERE user_id = ?";
    private static final String OF_RECORDS = " WHERE record_no IN (SELECT record_no FROM records WHERE user_no = ?)";
    private static final String OF_BINNED =
            " WHERE record_no IN (SELECT record_no FROM binned_records WHERE user_no = ?)";

    private final Database database;
    private final GuardedVault vault;
    private final UserSpaces spaces;
    private final UserTotals totals;
    private final SqlStateStore state;
    private final Clock clock;

    UserErasure(
            Database database,
            GuardedVault vault,
            UserSpaces spaces,
            UserTotals totals,
            SqlStateStore state,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.spaces = spaces;
        this.totals = totals;
        this.state = state;
        this.clock = clock;
    }

    Erasure erase(String userId) {
        StateKey mark = StateKey.of(ERASING, userId);
        state.put(mark, Json.EMPTY_OBJECT);
        boolean keyDestroyed = vault.destroy(userId);
        spaces.forget(userId);
        Map<String, Long> counts = database.write(session -> delete(session, userId), done -> {
            totals.forget(userId);
            spaces.forget(userId);
        });
        state.delete(mark);
        return new Erasure(userId, counts, keyDestroyed, clock.instant());
    }

    /** Ends what a crash cut short. */
    void finish() {
        for (StateKey mark : state.list(ERASING).keySet()) {
            erase(mark.id());
            vault.admit(mark.id());
        }
    }

    /** Deletes all rows of a user, of whom nothing can be read any more. */
    static Map<String, Long> delete(Session session, String userId) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        Optional<Integer> number = session.first(NUMBER, row -> row.getInt(1), userId);
        if (number.isPresent()) {
            deleteRecords(session, number.get(), counts);
        }
        for (Part part : List.of(
                new Part("components", "DELETE FROM psp_components WHERE user_id = ?"),
                new Part("psp_versions", "DELETE FROM psp_versions WHERE user_id = ?"),
                new Part("psp_changes", "DELETE FROM psp_changes WHERE user_id = ?"),
                new Part("psp_corrections", "DELETE FROM psp_corrections WHERE user_id = ?"),
                new Part("documents", "DELETE FROM documents WHERE user_id = ?"),
                new Part("jobs", "DELETE FROM jobs WHERE user_id = ?"))) {
            counts.put(part.what(), (long) session.change(part.sql(), userId));
        }
        return counts;
    }

    private static void deleteRecords(Session session, int userNo, Map<String, Long> counts) throws SQLException {
        for (Part part : List.of(
                new Part("enrichments", "DELETE FROM enrichments" + OF_RECORDS),
                new Part("enrichments", "DELETE FROM enrichments" + OF_BINNED),
                new Part("revisions", "DELETE FROM revisions" + OF_RECORDS),
                new Part("revisions", "DELETE FROM revisions" + OF_BINNED),
                new Part("records", "DELETE FROM records WHERE user_no = ?"),
                new Part("records", "DELETE FROM binned_records WHERE user_no = ?"),
                new Part("tombstones", "DELETE FROM tombstones WHERE user_no = ?"),
                new Part("users", "DELETE FROM users WHERE user_no = ?"))) {
            counts.merge(part.what(), (long) session.change(part.sql(), userNo), Long::sum);
        }
        counts.remove("users");
    }

    private record Part(String what, String sql) {}
}
