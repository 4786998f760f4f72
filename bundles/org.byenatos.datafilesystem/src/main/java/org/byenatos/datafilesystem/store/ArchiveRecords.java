package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.common.Json;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.datafilesystem.sql.Session;

/** Writes the records of an archive, revision by revision, so that no more than one is in memory. Lives in one transaction. */
final class ArchiveRecords {

    private static final String ROW = "SELECT record_no, app_id, id_hash, revision, seq, stored_at, sealed FROM ";
    private static final String NEXT = " WHERE user_no = ? AND seq > ? ORDER BY seq FETCH FIRST 1 ROWS ONLY";
    private static final String EARLIER =
            "SELECT r.record_no, r.app_id, r.id_hash, v.revision, v.seq, v.stored_at, v.sealed FROM ";
    private static final String AFTER = " r INNER JOIN revisions v ON v.record_no = r.record_no"
            + " WHERE r.user_no = ? AND r.seq = ? AND v.revision > ? ORDER BY v.revision FETCH FIRST 1 ROWS ONLY";

    private final RecordReader reader;
    private final UserSpace space;
    private final ArchiveCodec codec;
    private final String table;
    private final boolean binned;

    ArchiveRecords(Session session, UserSpace space, Codec codec, ArchiveCodec archive, boolean binned) {
        this.reader = new RecordReader(session, space, codec);
        this.space = space;
        this.codec = archive;
        this.table = binned ? "binned_records" : "records";
        this.binned = binned;
    }

    /** Adds lines until there are enough of them or no more; returns where to go on. */
    ArchiveCursor add(List<Json> lines, ArchiveCursor start, ArchiveSize size) throws SQLException {
        ArchiveCursor cursor = start;
        while (size.hasRoom()) {
            Optional<StoredRecord> next = reader.first(ROW + table + NEXT, space.userNo(), cursor.after());
            if (next.isEmpty()) {
                return cursor.next();
            }
            cursor = add(lines, cursor, next.get(), size);
        }
        return cursor;
    }

    private ArchiveCursor add(List<Json> lines, ArchiveCursor start, StoredRecord record, ArchiveSize size)
            throws SQLException {
        int done = start.revision();
        while (size.hasRoom()) {
            Optional<StoredRecord> earlier = reader.first(EARLIER + table + AFTER, space.userNo(), record.seq(), done);
            if (earlier.isEmpty()) {
                lines.add(size.counted(codec.write(ArchiveLine.of(record))));
                if (binned) {
                    lines.add(size.counted(codec.write(ArchiveLine.binned(record))));
                }
                return start.at(record.seq(), 0);
            }
            lines.add(size.counted(codec.write(ArchiveLine.of(earlier.get()))));
            done = earlier.get().revision();
        }
        return start.at(start.after(), done);
    }
}
