package org.byenatos.hotswap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers over restarts which jars were taken over, in the order of their arrival: of each symbolic name the last one
 * runs. Keeps a copy of that one, to go back to. Lies in the framework's cache and goes with it. Confined to one thread
 * at a time.
 */
final class Drops {

    private final Path folder;
    private final Path index;
    private final List<Drop> drops = new ArrayList<>();

    /** @param folder where they are remembered; it exists */
    Drops(Path folder) {
        this.folder = folder;
        this.index = folder.resolve("drops.tsv");
        if (Files.exists(index)) {
            try {
                Files.readAllLines(index).forEach(line -> drops.add(Drop.of(line)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    List<Drop> all() {
        return List.copyOf(drops);
    }

    /** The one that runs of a symbolic name. */
    Optional<Drop> running(String symbolicName) {
        return drops.stream()
                .filter(drop -> drop.symbolicName().equals(symbolicName))
                .reduce((earlier, later) -> later);
    }

    Optional<Drop> ofFile(String file) {
        return drops.stream().filter(drop -> drop.file().equals(file)).findFirst();
    }

    /** From now on this one runs; in place of what the same file held before. */
    void add(Drop drop, Path jar) throws IOException {
        Files.copy(jar, copy(drop.symbolicName()), StandardCopyOption.REPLACE_EXISTING);
        drops.removeIf(earlier -> earlier.file().equals(drop.file()));
        drops.add(drop);
        save();
    }

    void remove(Drop drop) throws IOException {
        drops.remove(drop);
        if (running(drop.symbolicName()).isEmpty()) {
            Files.deleteIfExists(copy(drop.symbolicName()));
        }
        save();
    }

    /** The copy of the jar that runs of a symbolic name. */
    Path copy(String symbolicName) {
        return folder.resolve(symbolicName + ".jar");
    }

    private void save() throws IOException {
        Path temporary = folder.resolve("drops.tmp");
        Files.write(temporary, drops.stream().map(Drop::line).toList());
        Files.move(temporary, index, StandardCopyOption.REPLACE_EXISTING);
    }
}
