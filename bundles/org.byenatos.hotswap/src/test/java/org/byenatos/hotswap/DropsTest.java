package org.byenatos.hotswap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropsTest {

    private static final Drop FIRST = new Drop("org.example.a", "byenatos:g:a", "11", "a-1.jar");
    private static final Drop SECOND = new Drop("org.example.a", "byenatos:g:a", "22", "a-2.jar");
    private static final Drop OTHER = new Drop("org.example.b", "byenatos:g:b", "33", "b with space.jar");

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void writeJar() throws IOException {
        jar = Files.writeString(folder.resolve("dropped"), "content");
    }

    @Test
    void ofEachNameTheLastRuns() throws IOException {
        Drops drops = new Drops(folder);
        drops.add(FIRST, jar);
        drops.add(SECOND, jar);
        drops.add(OTHER, jar);

        assertThat(drops.running("org.example.a")).contains(SECOND);
        assertThat(drops.running("org.example.b")).contains(OTHER);
        assertThat(drops.running("org.example.c")).isEmpty();
    }

    @Test
    void aFileHoldsOneDrop() throws IOException {
        Drops drops = new Drops(folder);
        Drop again = new Drop("org.example.a", "byenatos:g:a", "44", "a-1.jar");
        drops.add(FIRST, jar);
        drops.add(again, jar);

        assertThat(drops.all()).containsExactly(again);
        assertThat(drops.ofFile("a-1.jar")).contains(again);
    }

    @Test
    void theOneBeforeRunsWhenTheLastIsRemoved() throws IOException {
        Drops drops = new Drops(folder);
        drops.add(FIRST, jar);
        drops.add(SECOND, jar);
        drops.remove(SECOND);

        assertThat(drops.running("org.example.a")).contains(FIRST);
        assertThat(drops.copy("org.example.a")).hasContent("content");
    }

    @Test
    void keepsNoCopyOfWhatIsGone() throws IOException {
        Drops drops = new Drops(folder);
        drops.add(FIRST, jar);
        drops.remove(FIRST);

        assertThat(drops.running("org.example.a")).isEmpty();
        assertThat(drops.copy("org.example.a")).doesNotExist();
    }

    @Test
    void remembersOverARestart() throws IOException {
        Drops drops = new Drops(folder);
        drops.add(FIRST, jar);
        drops.add(OTHER, jar);

        assertThat(new Drops(folder).all()).containsExactly(FIRST, OTHER);
    }
}
