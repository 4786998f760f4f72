package org.byenatos.security.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.AuditFilter;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.api.security.AuditReport;

/** Reads the files of an audit log from the newest line on, a bounded number of lines a call. Thread-safe. */
final class AuditReader {

    /** So many lines are looked at in about a tenth of a second. */
    private static final int MOST_LINES = 20_000;

    /** Lines stand in the order in which calls ended; clocks are set back sometimes. */
    private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

    private final LineCodec codec = new LineCodec();
    private final AuditFolder folder;
    private final Object names;

    /**
     * @param folder where the log is
     * @param names held while files get other names or go
     */
    AuditReader(AuditFolder folder, Object names) {
        this.folder = folder;
        this.names = names;
    }

    AuditReport verify() {
        try {
            return AuditVerifier.verify(folder, names);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    Page<AuditRecord> find(AuditFilter filter, PageRequest page) {
        LineCursor from = page.cursor() == null ? LineCursor.END : LineCursor.parse(page.cursor());
        try {
            synchronized (names) {
                return new Search(filter, page.limit(), from).run();
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** One call. */
    private final class Search {

        private final AuditFilter filter;
        private final int limit;
        private final LineCursor from;
        private final List<AuditRecord> found = new ArrayList<>();
        private LineCursor at;
        private boolean begun;
        private int looked;

        Search(AuditFilter filter, int limit, LineCursor from) {
            this.filter = filter;
            this.limit = limit;
            this.from = from;
            this.at = from;
        }

        Page<AuditRecord> run() throws IOException {
            List<Path> files = folder.all();
            for (int i = files.size() - 1; i >= 0; i--) {
                boolean holdsCursor = i == 0 || from.sequence() > AuditFolder.lastSequence(files.get(i - 1));
                if (holdsCursor || begun) {
                    long offset = begun ? Long.MAX_VALUE : from.offset();
                    begun = true;
                    if (!goThrough(files.get(i), offset)) {
                        return new Page<>(found, at.sequence() <= 1 ? null : at.text());
                    }
                }
            }
            return new Page<>(found, null);
        }

        /** Returns whether to go on with the file before. */
        private boolean goThrough(Path file, long offset) throws IOException {
            try (LinesBackward lines = new LinesBackward(file, offset)) {
                for (byte[] line = lines.previous(); line != null; line = lines.previous()) {
                    Optional<AuditRecord> record = codec.record(line);
                    if (record.isPresent() && !take(record.get(), lines.offset())) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Returns whether to go on with the line before. */
        private boolean take(AuditRecord record, long offset) {
            if (record.sequence() >= at.sequence()) {
                throw LineCursor.invalid();
            }
            at = new LineCursor(record.sequence(), offset);
            if (filter.since() != null
                    && record.entry().at().isBefore(filter.since().minus(OUT_OF_ORDER))) {
                at = LineCursor.START;
                return false;
            }
            if (filter.wants(record.entry())) {
                found.add(record);
            }
            return found.size() < limit && ++looked < MOST_LINES;
        }
    }

    private static StorageException unreadable(IOException failure) {
        return new StorageException(
                "The audit log cannot be read; check the owner and mode of the folder data/audit.", failure);
    }
}
