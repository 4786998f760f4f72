package org.byenatos.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exclusive right to run on a home. The operating system takes it back when the process ends, however it ends. */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the right, unless another process has it. The home exists. */
    public static Optional<HomeLock> take(Home home) {
        try {
            FileChannel channel =
                    FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new HomeLock(channel));
        } catch (IOException e) {
            throw new LaunchException("Cannot lock the home " + home.root() + ": " + e, e);
        }
    }

    /** Whether a process runs on the home. Leaves no trace on one that was never used. */
    public static boolean isHeld(Home home) {
        if (!Files.exists(home.lockFile())) {
            return false;
        }
        Optional<HomeLock> lock = take(home);
        lock.ifPresent(HomeLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchException("Cannot unlock the home: " + e, e);
        }
    }
}
