package org.byenatos.security.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.security.file.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** Appends lines to the files of an audit log and carries the chain on, over restarts too. Confined to one thread. */
final class AuditFiles implements AutoCloseable {

    private static final Logger LOG = System.getLogger(AuditFiles.class.getName());

    private final LineCodec codec = new LineCodec();
    private final AuditFolder folder;
    private final PrivateFiles files;
    private final Limits limits;
    private final Object names;
    private final FileChannel head;
    private FileChannel current;
    private long size;
    private ChainPoint last;
    private @Nullable Instant begun;

    /**
     * When another file is begun.
     *
     * @param bytes how large a file becomes
     * @param age how long after its first line
     */
    record Limits(long bytes, Duration age) {}

    /**
     * Opens the log of a folder, and makes it if there is none.
     *
     * @param folder where
     * @param files how to make what is private
     * @param limits when another file is begun
     * @param names held while files get other names
     */
    AuditFiles(AuditFolder folder, PrivateFiles files, Limits limits, Object names) throws IOException {
        this.folder = folder;
        this.files = files;
        this.limits = limits;
        this.names = names;
        files.makeFolder(folder.folder());
        this.current = openPrivate(folder.current());
        this.head = openPrivate(folder.head());
        try {
            this.last = recover();
            this.size = current.size();
            this.begun = firstLine();
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /** Appends lines and forces them to disk: all of them, or (when it throws) none. */
    void append(List<AuditEntry> entries) throws IOException {
        if (isFull(entries.get(0).at())) {
            beginAnother();
        }
        if (begun == null) {
            begun = entries.get(0).at();
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream(entries.size() * 300);
        ChainPoint point = last;
        for (AuditEntry entry : entries) {
            byte[] line = codec.encode(point, entry);
            lines.writeBytes(line);
            lines.write('\n');
            point = point.after(line);
        }
        write(ByteBuffer.wrap(lines.toByteArray()), point);
        size += lines.size();
        last = point;
    }

    @Override
    public void close() throws IOException {
        try (head) {
            current.close();
        }
    }

    private void write(ByteBuffer lines, ChainPoint point) throws IOException {
        try {
            while (lines.hasRemaining()) {
                current.write(lines, size + lines.position());
            }
            current.force(false);
            AuditHead.write(head, point);
        } catch (IOException failure) {
            takeBack(failure);
            throw failure;
        }
    }

    private void takeBack(IOException failure) {
        try {
            current.truncate(size);
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }

    private void beginAnother() throws IOException {
        synchronized (names) {
            current.close();
            Files.move(folder.current(), folder.full(last.sequence()), StandardCopyOption.ATOMIC_MOVE);
            current = openPrivate(folder.current());
        }
        size = 0;
        begun = null;
    }

    private boolean isFull(Instant now) {
        return size >= limits.bytes()
                || (begun != null && begun.plus(limits.age()).isBefore(now));
    }

    /** When the first line of the current file was written. */
    private @Nullable Instant firstLine() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(folder.current(), UTF_8)) {
            String first = lines.readLine();
            return first == null
                    ? null
                    : codec.record(first.getBytes(UTF_8))
                            .map(record -> record.entry().at())
                            .orElse(null);
        }
    }

    private ChainPoint recover() throws IOException {
        TailRepair repair = new TailRepair(codec, folder.torn());
        ChainPoint tail = repair.repair(current);
        List<Path> all = folder.all();
        for (int i = all.size() - 2; i >= 0 && tail.equals(ChainPoint.START); i--) {
            try (FileChannel older = FileChannel.open(all.get(i), READ, WRITE)) {
                tail = repair.repair(older);
            }
        }
        return notBehindHead(
                tail.equals(ChainPoint.START) ? AuditHead.read(folder.base()).orElse(ChainPoint.START) : tail);
    }

    /**
     * Lines are forced to disk before the head that counts them is written: a head ahead of the lines, or at another last
     * line, means that somebody changed the end. The chain then goes on from the head, and the break stays in sight.
     */
    private ChainPoint notBehindHead(ChainPoint tail) throws IOException {
        ChainPoint known = AuditHead.read(folder.head()).orElse(ChainPoint.START);
        boolean kept = known.sequence() < tail.sequence() || known.equals(tail);
        if (!kept) {
            LOG.log(
                    Level.ERROR,
                    "Lines at the end of the audit log were changed or removed: it ends with line {0}, but had line {1}.",
                    tail.sequence(),
                    known.sequence());
        }
        return kept ? tail : known;
    }

    private FileChannel openPrivate(Path file) throws IOException {
        if (!Files.exists(file)) {
            files.write(file, new byte[0]);
        }
        return FileChannel.open(file, CREATE, READ, WRITE);
    }
}
