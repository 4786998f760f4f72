package org.byenatos.datafilesystem.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.byenatos.api.common.Json;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;
import org.jspecify.annotations.Nullable;

/** Writes all that is kept of a user, part by part. Thread-safe. */
final class ArchiveExport {

    /** What holds hashes of tokens is left out: nobody can use it, and an import must not bring it back. */
    private static final Set<String> LEFT_OUT = Set.of("user", "session");

    private static final String DOCUMENTS =
            "SELECT collection, user_id, id, content FROM documents WHERE user_id = ? ORDER BY collection, id";

    private final Database database;
    private final UserSpaces spaces;
    private final KeyVault vault;
    private final Codec codec;
    private final ArchiveCodec archive = new ArchiveCodec();
    private final Clock clock;

    ArchiveExport(Database database, UserSpaces spaces, KeyVault vault, Codec codec, Clock clock) {
        this.database = database;
        this.spaces = spaces;
        this.vault = vault;
        this.codec = codec;
        this.clock = clock;
    }

    ArchivePage page(String userId, @Nullable String cursor) {
        List<Json> lines = new ArrayList<>();
        ArchiveCursor start = cursor == null ? ArchiveCursor.START : ArchiveCursor.parse(cursor);
        if (cursor == null) {
            lines.add(archive.write(ArchiveLine.header(userId, clock.instant())));
        }
        Optional<UserSpace> space = spaces.find(userId);
        ArchiveCursor end = database.read(session -> {
            List<Json> found = new ArrayList<>();
            ArchiveCursor next = add(session, userId, space, found, start);
            lines.addAll(found);
            return next;
        });
        if (end.part() == ArchiveCursor.Part.END) {
            lines.add(archive.write(ArchiveLine.end()));
        }
        return new ArchivePage(lines, end.part() == ArchiveCursor.Part.END ? null : end.text());
    }

    private ArchiveCursor add(
            Session session, String userId, Optional<UserSpace> space, List<Json> lines, ArchiveCursor start)
            throws SQLException {
        return switch (start.part()) {
            case RECORDS, BIN ->
                space.isEmpty()
                        ? start.next()
                        : new ArchiveRecords(
                                        session, space.get(), codec, archive, start.part() == ArchiveCursor.Part.BIN)
                                .add(lines, start, new ArchiveSize());
            case MEMORY -> {
                new MemoryRows(session, userId, vault, codec).lines().forEach(line -> lines.add(archive.write(line)));
                yield start.next();
            }
            case DOCUMENTS -> {
                addDocuments(session, userId, lines);
                yield start.next();
            }
            case END -> start;
        };
    }

    private void addDocuments(Session session, String userId, List<Json> lines) throws SQLException {
        for (Named row : session.all(DOCUMENTS, Named::read, userId)) {
            if (!LEFT_OUT.contains(row.key().collection())) {
                Json content = SqlStateStore.open(vault, row.key(), row.sealed());
                lines.add(archive.write(
                        ArchiveLine.document(row.key().collection(), row.key().id(), content)));
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Named(StateKey key, byte[] sealed) {
        static Named read(ResultSet row) throws SQLException {
            return new Named(new StateKey(row.getString(1), row.getString(2), row.getString(3)), row.getBytes(4));
        }
    }
}
