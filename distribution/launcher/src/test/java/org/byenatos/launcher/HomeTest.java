package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void makeHome() {
        home = new Home(folder.resolve("deep").resolve("home"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isTheOwnersAlone() throws IOException {
        home.create();

        for (Path part : new Path[] {home.root(), home.data(), home.conf(), home.logs(), home.cache()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void cannotBeMadeInsideAFile() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file");

        assertThatThrownBy(home::create).isInstanceOf(LaunchException.class).hasMessageContaining("--home");
    }

    @Test
    void looksForALockWithoutLeavingATrace() {
        assertThat(HomeLock.isHeld(home)).isFalse();
        assertThat(home.root()).doesNotExist();
    }

    @Test
    void aLockThatWasGivenBackIsFree() {
        home.create();
        HomeLock lock = HomeLock.take(home).orElseThrow();
        lock.close();

        assertThat(HomeLock.isHeld(home)).isFalse();
    }

    @Test
    void readsTheMarksOfARun() throws IOException {
        home.create();
        Files.writeString(home.pidFile(), "4711\n");
        Files.writeString(home.addressFile(), "http://127.0.0.1:7788\n");

        assertThat(home.pid()).contains(4711L);
        assertThat(home.address().map(address -> address.getPort())).contains(7788);
        assertThat(home.isReady()).isFalse();

        home.forgetRun();
        assertThat(home.pid()).isEmpty();
        assertThat(home.address()).isEmpty();
    }

    @Test
    void aPidFileWithNonsenseIsNone() throws IOException {
        home.create();
        Files.writeString(home.pidFile(), "nonsense");

        assertThat(home.pid()).isEmpty();
    }
}
