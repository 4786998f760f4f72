package org.byenatos.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The archive of classes that a home's core writes at its first end, written once for all homes of the tests: it takes longer
 * than most cores here live. {@link ScriptIT} shows that a core writes its own.
 */
final class SharedClasses {

    private static final Path FOLDER = Distribution.FOLDER.resolveSibling("class-archive");

    private SharedClasses() {}

    /** Gives a home the archive, if it has none. */
    static void giveTo(Path home) {
        Path classes = in(home);
        try {
            if (archive(classes).isEmpty()) {
                Path made = madeOnce();
                Files.createDirectories(classes);
                Files.copy(made, classes.resolve(made.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The archive that the core of a home wrote, once its process has ended. */
    static void awaitIn(Path home) throws Exception {
        Await.until("there is an archive of classes in " + home, () -> archive(in(home))
                .isPresent());
    }

    private static Path in(Path home) {
        return home.resolve("cache").resolve("classes");
    }

    /** Whoever comes first makes it, also of several processes. */
    private static Path madeOnce() throws IOException {
        Files.createDirectories(FOLDER);
        try (FileChannel lock =
                        FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            Optional<Path> made = archive(FOLDER);
            return made.isPresent() ? made.get() : make();
        }
    }

    private static Path make() throws IOException {
        Path home = Files.createTempDirectory("byenatos-classes");
        CoreProcess.script(Distribution.FOLDER, Map.of(), "start", "--home", home.toString(), "--port", "0");
        ProcessHandle core = ProcessHandle.of(Long.parseLong(
                        Files.readString(home.resolve("run/byenatos.pid")).strip()))
                .orElseThrow();
        CoreProcess.script(Distribution.FOLDER, Map.of(), "stop", "--home", home.toString());
        core.onExit().join();
        Path written = archive(in(home)).orElseThrow();
        return Files.move(written, FOLDER.resolve(written.getFileName()));
    }

    private static Optional<Path> archive(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).findFirst();
        }
    }
}
