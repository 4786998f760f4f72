package org.byenatos.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.byenatos.api.error.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {

    private static final String FILE = "org/byenatos/ai/engine/NativesTest.class";

    private final ClassLoader loader = NativesTest.class.getClassLoader();

    @TempDir
    private Path folder;

    @Test
    void areCopiedOnce() throws Exception {
        Natives natives = new Natives(loader, List.of(FILE), folder.resolve("new"));
        natives.unpack();
        Path copy = folder.resolve("new").resolve("NativesTest.class");
        FileTime early = FileTime.fromMillis(0);
        Files.setLastModifiedTime(copy, early);
        natives.unpack();
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(early);
        try (var original = loader.getResourceAsStream(FILE)) {
            assertThat(Files.readAllBytes(copy)).isEqualTo(original.readAllBytes());
        }
        assertThat(folder.resolve("new")).isDirectoryContaining(file -> file.equals(copy));
    }

    @Test
    void areMissedByName() {
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> new Natives(loader, List.of("natives/none"), folder).unpack())
                .withMessage("natives/none");
    }

    @Test
    void whereThereAreNoneTheEngineSaysSo() {
        OnnxEngine engine = new OnnxEngine(new NativeRuntime(() -> new Natives(loader, List.of(), folder), folder));
        try {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> engine.open(folder, Models.embedding()))
                    .withMessageContaining("no native libraries for this machine");
        } finally {
            engine.stop();
        }
    }
}
