package org.byenatos.security.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.byenatos.security.file.PrivateFiles;

/** A home in a folder, to open in several ways, to copy and to compare. */
record TestHome(Path folder) {

    SecretsLayout layout() {
        return new SecretsLayout(folder.resolve("data"));
    }

    FileKeyVault open() {
        return open(KeySources.none(), new PrivateFiles());
    }

    FileKeyVault open(String passphrase) {
        return open(passphrase(passphrase), new PrivateFiles());
    }

    FileKeyVault open(KeySources sources, PrivateFiles files) {
        return FileKeyVault.open(layout(), sources, files, Clock.systemUTC());
    }

    static KeySources passphrase(String passphrase) {
        return new KeySources(null, passphrase::toCharArray);
    }

    TestHome copyTo(Path target) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.copy(
                        path, target.resolve(folder.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return new TestHome(target);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What every file holds. */
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), "ISO-8859-1"));
            }
            return contents;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
