package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {

    @TempDir
    Path folder;

    private Path sources;

    @BeforeEach
    void makeSources() throws IOException {
        sources = Files.createDirectories(folder.resolve("lib").resolve("deep"));
        Files.writeString(sources.resolve("a.jar"), "one");
    }

    @Test
    void isKeptUntilContentChanges() throws IOException {
        stamp("1").keep();
        assertThat(stamp("1").isKept()).isTrue();

        Files.writeString(sources.resolve("a.jar"), "two");
        assertThat(stamp("1").isKept()).isFalse();
    }

    @Test
    void noticesNewFilesAndAnotherVersion() throws IOException {
        stamp("1").keep();
        assertThat(stamp("2").isKept()).isFalse();

        Files.writeString(sources.resolve("b.jar"), "one");
        assertThat(stamp("1").isKept()).isFalse();
    }

    @Test
    void isNotKeptAtFirst() {
        assertThat(stamp("1").isKept()).isFalse();
    }

    private Stamp stamp(String version) {
        return Stamp.of(folder.resolve("stamp"), version, folder.resolve("lib"), folder.resolve("absent"));
    }
}
