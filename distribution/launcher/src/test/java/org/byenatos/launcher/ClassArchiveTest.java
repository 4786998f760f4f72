package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path folder;

    private Path boot;
    private Path archives;

    @BeforeEach
    void launcher() throws IOException {
        boot = Files.createDirectory(folder.resolve("boot"));
        archives = folder.resolve("classes");
        Files.writeString(boot.resolve("launcher.jar"), "one");
    }

    @Test
    void isWrittenFirstAndUsedAfterwards() throws IOException {
        Path file = archive("-XX:ArchiveClassesAtExit=");
        Files.writeString(file, "archive");
        Path list = Files.writeString(archives.resolve("loaded.txt"), "java.lang.Object source: jrt\n");

        assertThat(archive("-XX:SharedArchiveFile=")).isEqualTo(file);
        assertThat(list).doesNotExist();
    }

    @Test
    void isMadeAnewForOtherJars() throws IOException {
        Path old = archive("-XX:ArchiveClassesAtExit=");
        Files.writeString(old, "archive");
        Files.writeString(boot.resolve("launcher.jar"), "two");

        assertThat(archive("-XX:ArchiveClassesAtExit=")).isNotEqualTo(old);
        assertThat(old).doesNotExist();
    }

    @Test
    void theJvmThatWritesItKnowsTheListOfItsClasses() {
        String list = archives.resolve("loaded.txt").toString();
        List<String> options = new ClassArchive(archives, boot).options();
        assertThat(options).contains("-Dbyenatos.classes=" + list).anyMatch(option -> option.contains("file=" + list));
        assertThat(ClassArchive.beingWritten()).isEmpty();
    }

    private Path archive(String option) {
        String first = new ClassArchive(archives, boot).options().get(0);
        assertThat(first).startsWith(option);
        return Path.of(first.substring(option.length()));
    }
}
