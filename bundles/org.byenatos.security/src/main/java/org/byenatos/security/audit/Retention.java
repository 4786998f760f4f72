package org.byenatos.security.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.security.file.PrivateFiles;

/**
 * Removes files of lines that were kept long enough. The last line's number and hash are written down before a file
 * goes, so that the chain can be verified from there; a line of the log itself says how many went. For one thread.
 */
final class Retention {

    private static final Logger LOG = System.getLogger(Retention.class.getName());
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private final LineCodec codec = new LineCodec();
    private final AuditFolder folder;
    private final PrivateFiles files;
    private final int days;
    private final Clock clock;
    private final Object names;
    private Instant due = Instant.MIN;

    /**
     * @param folder where the log is
     * @param files how to write
     * @param days how many days lines are kept at least, 0 for ever
     * @param clock what time it is
     * @param names held while files go
     */
    Retention(AuditFolder folder, PrivateFiles files, int days, Clock clock, Object names) {
        this.folder = folder;
        this.files = files;
        this.days = days;
        this.clock = clock;
        this.names = names;
    }

    /** How old a file becomes: a tenth of the time that lines are kept, a day at least, so that it does not stay much longer. */
    Duration fileAge() {
        return days == 0 ? FOR_EVER : Duration.ofDays(Math.max(1, days / 10));
    }

    /** Looks once an hour; the line to append if something was removed. */
    Optional<AuditEntry> look() throws IOException {
        Instant now = clock.instant();
        if (days == 0 || now.isBefore(due)) {
            return Optional.empty();
        }
        due = now.plus(AGAIN);
        long removed = removeBefore(now.minus(Duration.ofDays(days)));
        int count = (int) Math.min(Integer.MAX_VALUE, removed);
        return removed == 0
                ? Optional.empty()
                : Optional.of(new AuditEntry(now, "core", null, "audit_retention", null, count, "ok"));
    }

    private long removeBefore(Instant oldest) throws IOException {
        ChainPoint base = AuditHead.read(folder.base()).orElse(ChainPoint.START);
        long before = base.sequence();
        for (Path file : folder.full()) {
            if (AuditFolder.lastSequence(file) > base.sequence()) {
                Optional<ChainPoint> end = endBefore(file, oldest);
                if (end.isEmpty()) {
                    break;
                }
                base = end.get();
                files.write(folder.base(), AuditHead.text(base));
            }
            synchronized (names) {
                Files.deleteIfExists(file);
            }
        }
        return base.sequence() - before;
    }

    /** The last line of a file if it is older. */
    private Optional<ChainPoint> endBefore(Path file, Instant oldest) throws IOException {
        try (LinesBackward lines = new LinesBackward(file, Long.MAX_VALUE)) {
            byte[] last = lines.previous();
            if (last != null) {
                Optional<AuditRecord> record = codec.record(last);
                if (record.isPresent()) {
                    return record.filter(line -> line.entry().at().isBefore(oldest))
                            .map(line -> ChainPoint.at(line.sequence(), last));
                }
            }
            LOG.log(Level.WARNING, "{0} does not end with a line of an audit log; it is kept.", file);
            return Optional.empty();
        }
    }
}
