package org.byenatos.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An unpacked distribution.
 *
 * @param root its folder
 */
public record Distribution(Path root) {

    /** What the distribution is configured with. */
    public Path conf() {
        return root.resolve("conf");
    }

    /** The feature files: the lists of bundles. */
    public Path features() {
        return root.resolve("features");
    }

    /** The bundles' jars, laid out as in a Maven repository. */
    public Path lib() {
        return root.resolve("lib");
    }

    /** Where a jar may be dropped while the core runs. */
    public Path bundles() {
        return root.resolve("bundles");
    }

    /** The launcher's own jars. */
    public Path boot() {
        return root.resolve("boot");
    }

    /** Native libraries of the launcher's jars; not there if there are none for the machine that it was built on. */
    public Path libraries() {
        return boot().resolve("native");
    }

    /** The models that come with it. */
    public Path models() {
        return root.resolve("models");
    }

    /** Its version. */
    public String version() {
        @Nullable String version = Distribution.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Files of one of its folders with a certain ending, by name. None if there is no such folder. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LaunchException("Cannot read " + folder + ": " + e, e);
        }
    }
}
