package org.byenatos.hotswap;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The bundles of the distribution, as the launcher has written them down: which jar belongs to which location.
 *
 * @param index the launcher's list; none in a framework that another launcher started
 */
record Shipped(Optional<Path> index) {

    /** The jar of the bundle at a location, if the distribution has it. */
    Optional<Path> jar(String location) {
        return index.flatMap(list -> jar(list, location));
    }

    private static Optional<Path> jar(Path list, String location) {
        Properties jars = new Properties();
        try (Reader reader = Files.newBufferedReader(list)) {
            jars.load(reader);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.ofNullable(jars.getProperty(location)).map(Path::of);
    }
}
