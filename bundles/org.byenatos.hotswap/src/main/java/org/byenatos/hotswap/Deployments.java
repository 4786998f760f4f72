package org.byenatos.hotswap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Remembers over restarts which dropped jar runs, so that the same one is not deployed twice, and keeps a copy of each
 * that ran well, to go back to. Lies in the framework's cache and goes with it. Confined to the watcher's thread.
 */
final class Deployments {

    private final Path folder;
    private final Path index;
    private final Properties lines = new Properties();

    Deployments(Path folder) {
        this.folder = folder;
        this.index = folder.resolve("deployments.properties");
        if (Files.exists(index)) {
            try (InputStream in = Files.newInputStream(index)) {
                lines.load(in);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    Optional<Deployment> of(String symbolicName) {
        String line = lines.getProperty(symbolicName);
        if (line == null) {
            return Optional.empty();
        }
        String[] parts = line.split(" ", 2);
        return Optional.of(new Deployment(symbolicName, parts[0], parts[1]));
    }

    /** The bundle that a file deployed, by the file's name: the file may be gone. */
    Optional<String> deployedBy(String fileName) {
        return Optional.ofNullable(lines.getProperty("file:" + fileName));
    }

    void put(Deployment deployment, Path jar) throws IOException {
        Files.copy(jar, copy(deployment.symbolicName()), StandardCopyOption.REPLACE_EXISTING);
        lines.setProperty(deployment.symbolicName(), deployment.digest() + " " + deployment.shipped());
        lines.setProperty("file:" + jar.getFileName(), deployment.symbolicName());
        save();
    }

    void remove(String symbolicName) throws IOException {
        lines.remove(symbolicName);
        lines.values().removeIf(symbolicName::equals);
        Files.deleteIfExists(copy(symbolicName));
        save();
    }

    /** The copy of the jar that runs. */
    Path copy(String symbolicName) {
        return folder.resolve(symbolicName + ".jar");
    }

    private void save() throws IOException {
        Path temporary = folder.resolve("deployments.tmp");
        try (OutputStream out = Files.newOutputStream(temporary)) {
            lines.store(out, null);
        }
        Files.move(temporary, index, StandardCopyOption.REPLACE_EXISTING);
    }
}
