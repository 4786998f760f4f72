package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.datafilesystem.sql.RowReader;
import org.byenatos.datafilesystem.sql.Session;
import org.jspecify.annotations.Nullable;

/** Reads and opens one user's records. Lives in one transaction. */
final class RecordReader {
    private final Session session;
    private final UserSpace space;
    private final Codec codec;
    private final boolean enriched;

    /** Reads records with their enrichments. */
    RecordReader(Session session, UserSpace space, Codec codec) {
        this(session, space, codec, true);
    }

    private RecordReader(Session session, UserSpace space, Codec codec, boolean enriched) {
        this.session = session;
        this.space = space;
        this.codec = codec;
        this.enriched = enriched;
    }

    /** Reads records alone, which takes half the time. */
    static RecordReader bare(Session session, UserSpace space, Codec codec) {
        return new RecordReader(session, space, codec, false);
    }

    Optional<StoredRecord> first(String sql, Object... parameters) throws SQLException {
        Optional<RecordRow> row = session.first(sql, rows(), parameters);
        return row.isPresent() ? Optional.of(open(row.get())) : Optional.empty();
    }

    List<StoredRecord> all(String sql, Object... parameters) throws SQLException {
        List<StoredRecord> opened = new ArrayList<>();
        for (RecordRow row : session.all(sql, rows(), parameters)) {
            opened.add(open(row));
        }
        return opened;
    }

    private RowReader<RecordRow> rows() {
        return row -> RecordRow.read(space.userId(), row);
    }

    private StoredRecord open(RecordRow row) throws SQLException {
        byte[] content = space.cipher().open(row.sealed(), row.place().content(row.revision()));
        return new StoredRecord(
                space.userId(),
                row.place().appId(),
                codec.read(content, HinataRecord.class),
                row.revision(),
                row.seq(),
                TimeKey.read(row.storedAt()),
                enriched ? enrichment(row) : null);
    }

    private @Nullable Enrichment enrichment(RecordRow row) throws SQLException {
        long recordNo = row.place().recordNo();
        Optional<byte[]> sealed =
                session.first(RecordSql.ENRICHMENT, found -> found.getBytes(1), recordNo, row.revision());
        if (sealed.isEmpty()) {
            return null;
        }
        byte[] content = space.cipher().open(sealed.get(), row.place().enrichment(row.revision()));
        return codec.read(content, Enrichment.class);
    }
}
