package org.byenatos.security.audit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.api.security.AuditFilter;
import org.byenatos.api.security.AuditLog;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.api.security.AuditReport;
import org.byenatos.api.security.AuditTrail;
import org.byenatos.security.file.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * The audit log: callers put lines into a bounded queue, one thread writes them in batches. A caller waits only when the
 * disk cannot keep up or fails; when it fails for longer, calls fail too, because nothing may happen unseen. Thread-safe.
 */
public final class AuditWriter implements AuditLog, AuditTrail, AutoCloseable {

    private static final Logger LOG = System.getLogger(AuditWriter.class.getName());
    private static final AuditEntry END = new AuditEntry(Instant.EPOCH, "core", null, "end", null, 0, "ok");
    private static final int LARGEST_BATCH = 2_000;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final AuditFolder folder;
    private final PrivateFiles files;
    private final Limits limits;
    private final BlockingQueue<AuditEntry> queue;
    private final CallGate gate = new CallGate("AuditLog", Duration.ofSeconds(5));
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final Object names = new Object();
    private final Progress progress = new Progress();
    private final Retention retention;
    private final AuditReader reader;
    private @Nullable AuditFiles open;
    private boolean failing;

    /**
     * How much and how long.
     *
     * @param queue how many lines may wait
     * @param gather how long lines are gathered before they are written
     * @param patience how long a caller waits for room in the queue
     * @param fileBytes how large a file may become
     * @param keptDays how many days lines are kept at least, 0 for ever
     */
    public record Limits(int queue, Duration gather, Duration patience, long fileBytes, int keptDays) {}

    /**
     * @param folder where the log is
     * @param files how to make what is private
     * @param limits how much and how long
     * @param clock what time it is
     */
    public AuditWriter(AuditFolder folder, PrivateFiles files, Limits limits, Clock clock) {
        this.folder = folder;
        this.files = files;
        this.limits = limits;
        this.queue = new ArrayBlockingQueue<>(limits.queue());
        this.retention = new Retention(folder, files, limits.keptDays(), clock, names);
        this.reader = new AuditReader(folder, names);
        this.thread = new Thread(this::work, "byenatos-audit");
        thread.setDaemon(true);
    }

    /** Begins to write. */
    public void start() {
        thread.start();
    }

    @Override
    public void append(AuditEntry entry) {
        gate.run(() -> {
            if (!queue.offer(entry)) {
                awaitRoom(entry);
            }
            progress.added();
        });
    }

    @Override
    public Page<AuditRecord> find(AuditFilter filter, PageRequest page) {
        return gate.call(() -> {
            progress.await(limits.patience());
            return reader.find(filter, page);
        });
    }

    @Override
    public AuditReport verify() {
        return gate.call(() -> {
            progress.await(limits.patience());
            return reader.verify();
        });
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        gate.close();
        stopping.countDown();
        progress.hurry();
        try {
            if (queue.offer(END, 5, TimeUnit.SECONDS)) {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitRoom(AuditEntry entry) {
        try {
            if (queue.offer(entry, limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new StorageException("The audit log in " + folder.folder()
                + " takes no more lines, so calls are refused; check the disk's room and the folder's permissions.");
    }

    private void work() {
        List<AuditEntry> batch = new ArrayList<>();
        boolean ended = false;
        while (!ended) {
            ended = gather(batch);
            storeOrGiveUp(batch);
        }
        closeFiles();
    }

    /** Tries until it succeeds or the log is being closed. */
    private void storeOrGiveUp(List<AuditEntry> batch) {
        int lines = batch.size();
        boolean stored = store(batch);
        while (!stored && !pause(AGAIN)) {
            stored = store(batch);
        }
        if (!stored) {
            LOG.log(Level.ERROR, "{0} lines of the audit log could not be written and are lost.", batch.size());
            batch.clear();
        }
        progress.written(lines);
        removeOld();
    }

    private void removeOld() {
        try {
            Optional<AuditEntry> removed = retention.look();
            if (removed.isPresent()) {
                files().append(List.of(removed.get()));
            }
        } catch (IOException | StorageException failure) {
            LOG.log(Level.WARNING, "Old lines of the audit log cannot be removed; trying again in an hour.", failure);
        }
    }

    /** Waits for a line and a little for more; returns whether the last one has come. */
    private boolean gather(List<AuditEntry> batch) {
        try {
            batch.add(queue.take());
            if (queue.size() < LARGEST_BATCH) {
                progress.pause(limits.gather());
            }
            queue.drainTo(batch, LARGEST_BATCH);
        } catch (InterruptedException interrupted) {
            LOG.log(Level.WARNING, "The audit log's thread was interrupted; it goes on.");
        }
        return batch.remove(END);
    }

    /** Waits; returns at once with true when the log is being closed. */
    private boolean pause(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    private boolean store(List<AuditEntry> batch) {
        try {
            if (!batch.isEmpty()) {
                files().append(batch);
                batch.clear();
            }
            failing = false;
            return true;
        } catch (IOException | StorageException failure) {
            if (!failing) {
                LOG.log(Level.ERROR, "The audit log cannot be written; trying again every second.", failure);
            }
            failing = true;
            closeFiles();
            return false;
        }
    }

    private AuditFiles files() throws IOException {
        AuditFiles present = open;
        if (present == null) {
            present = new AuditFiles(
                    folder, files, new AuditFiles.Limits(limits.fileBytes(), retention.fileAge()), names);
            open = present;
        }
        return present;
    }

    private void closeFiles() {
        AuditFiles present = open;
        open = null;
        if (present != null) {
            try {
                present.close();
            } catch (IOException failure) {
                LOG.log(Level.WARNING, "The audit log's files did not close.", failure);
            }
        }
    }
}
