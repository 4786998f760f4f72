package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsBundlesInTheOrderOfFilesAndLines() throws IOException {
        feature("b.json", "{\"id\": \"g:c:3\"}");
        feature(
                "a.json",
                "{\"id\": \"g:z:1\", \"bundleStartLevel\": 5}, {\"id\": \"g:y:2\", \"bundleStartLevel\": 30}");
        Files.writeString(folder.resolve("README.md"), "no feature");

        assertThat(FeatureReader.read(folder))
                .containsExactly(
                        new FeatureBundle("g:z:1", 5),
                        new FeatureBundle("g:y:2", 30),
                        new FeatureBundle("g:c:3", FeatureReader.DEFAULT_START_LEVEL));
    }

    @Test
    void twoVersionsOfOneBundleAreRefused() throws IOException {
        feature("a.json", "{\"id\": \"g:a:1\"}");
        feature("b.json", "{\"id\": \"g:a:2\"}");

        assertThatThrownBy(() -> FeatureReader.read(folder))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("b.json")
                .hasMessageContaining("g:a:2");
    }

    @Test
    void saysWhichFileIsBroken() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"bundles\": [");

        assertThatThrownBy(() -> FeatureReader.read(folder)).hasMessageContaining("broken.json");
    }

    @Test
    void anIdNamesLocationAndJar() {
        FeatureBundle plain = new FeatureBundle("org.example.group:org.example.a:1.2", 20);
        FeatureBundle classified = new FeatureBundle("g:a:jar:linux:1", 20);

        assertThat(plain.location()).isEqualTo("byenatos:org.example.group:org.example.a");
        assertThat(plain.in(folder))
                .isEqualTo(folder.resolve("org/example/group/org.example.a/1.2/org.example.a-1.2.jar"));
        assertThat(classified.location()).isEqualTo("byenatos:g:a:linux");
        assertThat(classified.in(folder)).isEqualTo(folder.resolve("g/a/1/a-1-linux.jar"));
        assertThatThrownBy(() -> new FeatureBundle("a:1", 20)).hasMessageContaining("a:1");
    }

    private void feature(String name, String bundles) throws IOException {
        Files.writeString(folder.resolve(name), "{\"id\": \"g:f:1\", \"bundles\": [" + bundles + "]}");
    }
}
