package org.byenatos.datafilesystem.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.byenatos.api.error.StorageException;

/**
 * Keeps a folder for one holder at a time, in this process (a successor waits for its predecessor) and among processes.
 * A crash frees it.
 */
public final class FolderLock implements AutoCloseable {
    private static final long STEP_NANOS = 10_000_000;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param file the file to lock; made if it is not there
     * @param patience how long to wait for the present holder
     * @throws StorageException if another one still holds it then, or the file cannot be written
     */
    public static FolderLock acquire(Path file, Duration patience) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return acquire(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), file, patience);
        } catch (IOException e) {
            throw new StorageException(
                    "The data at " + file.getParent()
                            + " cannot be written. Give the daemon's user write access to it.",
                    e);
        }
    }

    /** One channel for all tries: closing any channel of a file frees the locks of the whole process on it. */
    private static FolderLock acquire(FileChannel channel, Path file, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!locked(channel)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                channel.close();
                throw new StorageException(
                        "The data at " + file.getParent() + " is in use by another process. Stop that one first.");
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return new FolderLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Frees the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageException("The lock of the data folder could not be freed.", e);
        }
    }
}
