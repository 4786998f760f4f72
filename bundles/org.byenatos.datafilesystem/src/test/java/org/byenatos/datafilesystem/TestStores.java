package org.byenatos.datafilesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.derby.DerbyEngine;
import org.byenatos.datafilesystem.derby.DerbySettings;
import org.byenatos.datafilesystem.store.Store;

/** Opens real stores for tests; a new one is a copy of an empty one, since making one takes a second. */
public final class TestStores {
    private TestStores() {}

    /** A store on Derby below this folder, new or as it was left. */
    public static Store open(Path folder, KeyVault vault) {
        return open(folder, vault, Duration.ofSeconds(10));
    }

    /** A store on Derby below this folder, with another patience. */
    public static Store open(Path folder, KeyVault vault, Duration patience) {
        Path derby = folder.resolve("derby");
        if (Files.notExists(derby) && vault instanceof JceVault ours && ours.hasUsualDatabaseKey()) {
            copy(Template.FOLDER.resolve("derby"), derby);
        }
        return openOrMake(folder, vault, patience);
    }

    /** A store on Derby below this folder that is there, with another clock. */
    public static Store open(Path folder, KeyVault vault, Clock clock) {
        return Store.open(
                folder.resolve("derby.lock"), Duration.ofSeconds(10), () -> engine(folder, vault), 8, vault, clock);
    }

    /** A store on Derby below this folder, made by Derby if it is not there. */
    public static Store openOrMake(Path folder, KeyVault vault, Duration patience) {
        return Store.open(
                folder.resolve("derby.lock"), patience, () -> engine(folder, vault), 8, vault, Clock.systemUTC());
    }

    /** The database alone below this folder. */
    public static DerbyEngine engine(Path folder, KeyVault vault) {
        return DerbyEngine.open(
                new DerbySettings(folder.resolve("derby"), folder.resolve("derby.log"), 250), vault::databaseKey);
    }

    /** Copies a folder, but for Derby's marks of being open. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getFileName().toString().endsWith(".lck")) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder that no store uses any more. */
    public static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Template {
        private static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("byenatos-template");
                openOrMake(folder, new JceVault(), Duration.ofSeconds(10)).close();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
