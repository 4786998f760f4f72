package org.byenatos.datafilesystem.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** How many commands were begun and how many were done, told by a process that may be killed at any time. */
final class Journal implements Closeable {
    private final RandomAccessFile file;

    Journal(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "rw");
        if (file.length() == 0) {
            file.setLength(2 * Long.BYTES);
        }
    }

    long begun() throws IOException {
        return read(0);
    }

    long done() throws IOException {
        return read(Long.BYTES);
    }

    void begun(long count) throws IOException {
        write(0, count);
    }

    void done(long count) throws IOException {
        write(Long.BYTES, count);
    }

    private long read(long at) throws IOException {
        file.seek(at);
        return file.readLong();
    }

    private void write(long at, long count) throws IOException {
        file.seek(at);
        file.writeLong(count);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
