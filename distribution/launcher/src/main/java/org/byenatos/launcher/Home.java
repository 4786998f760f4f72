package org.byenatos.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The owner's folder: {@code data/}, {@code conf/}, {@code logs/}, {@code cache/} and, while a core runs on it,
 * {@code run/} with its process id and address.
 *
 * @param root the folder
 */
public record Home(Path root) {

    private static final String PRIVATE = "rwx------";

    /** What is kept. */
    public Path data() {
        return root.resolve("data");
    }

    /** The owner's configuration, which goes before what the distribution ships. */
    public Path conf() {
        return root.resolve("conf");
    }

    /** The log files. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** What can be made again. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** Archives of classes, which a running JVM has open: the only part of the cache that is not wiped. */
    Path classes() {
        return cache().resolve("classes");
    }

    /** Locked as long as a core runs here. */
    public Path lockFile() {
        return run().resolve("lock");
    }

    /** Holds the process id of the core that runs here. */
    public Path pidFile() {
        return run().resolve("byenatos.pid");
    }

    /** Holds the address on which the core that runs here will answer. */
    public Path addressFile() {
        return run().resolve("address");
    }

    /** Holds the address of the core that runs here, as soon as it is ready. */
    public Path readyFile() {
        return run().resolve("ready");
    }

    /** Asks the core that runs here to stop: a way that every operating system has. */
    public Path stopFile() {
        return run().resolve("stop");
    }

    /** Makes what is missing of it, for the owner alone to read. */
    public void create() {
        try {
            for (Path folder : new Path[] {root, data(), conf(), logs(), cache(), run()}) {
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder, forOwner());
                }
            }
        } catch (IOException e) {
            throw new LaunchException("Cannot make the home " + root + ": " + e + ". Choose another with --home.", e);
        }
    }

    /** Removes the marks of a run. */
    public void forgetRun() {
        for (Path mark : new Path[] {pidFile(), addressFile(), readyFile(), stopFile()}) {
            try {
                Files.deleteIfExists(mark);
            } catch (IOException e) {
                throw new LaunchException("Cannot remove " + mark + ": " + e, e);
            }
        }
    }

    /** The process id that the last start left, if a file with one is there. It may be stale: ask {@link HomeLock}. */
    public Optional<Long> pid() {
        return read(pidFile()).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    /** The address on which the core listens. It may be stale: ask {@link HomeLock}. */
    public Optional<URI> address() {
        return read(addressFile()).map(URI::create);
    }

    /** Whether the core has become ready. It may be stale: ask {@link HomeLock}. */
    public boolean isReady() {
        return Files.exists(readyFile());
    }

    private Path run() {
        return root.resolve("run");
    }

    private static Optional<String> read(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] forOwner() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE))};
    }
}
