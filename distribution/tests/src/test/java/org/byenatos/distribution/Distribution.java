package org.byenatos.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The distribution that the build has just assembled. */
final class Distribution {

    /** Its folder. */
    static final Path FOLDER =
            Path.of("..", "target", "byenatos").toAbsolutePath().normalize();

    private Distribution() {}

    /** The jar of a bundle in a distribution's {@code lib}. */
    static Path jar(String symbolicName) {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("lib"))) {
            List<Path> jars = files.filter(
                            file -> file.getFileName().toString().matches(symbolicName + "-[0-9].*\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new AssertionError("expected one jar of " + symbolicName + ", found " + jars);
            }
            return jars.get(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A copy that a test may change. */
    static void copyTo(Path target) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        target.resolve(FOLDER.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
