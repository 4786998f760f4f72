package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void makeHome() {
        home = new Home(folder.resolve("home"));
        home.create();
    }

    @Test
    void aHomeWithAKeyFileNeedsNone() throws IOException {
        assertThat(Passphrase.forHome(home, Map.of())).isEmpty();
        keyring("protection=key");
        assertThat(Passphrase.forHome(home, Map.of())).isEmpty();
    }

    @Test
    void itIsHandedOverOnceAndNeverPrinted() {
        Passphrase passphrase = Passphrase.forHome(home, Map.of("BYENATOS_PASSPHRASE", "open sesame, please"))
                .orElseThrow();

        assertThat(passphrase.toString()).doesNotContain("sesame");
        assertThat(passphrase.get()).containsExactly("open sesame, please".toCharArray());
        assertThat(passphrase.get()).isNull();
    }

    @Test
    void aFileHoldsItWithOrWithoutALinesEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("passphrase"), "open sesame, please\n");

        assertThat(Passphrase.forHome(home, Map.of("BYENATOS_PASSPHRASE_FILE", file.toString()))
                        .orElseThrow()
                        .get())
                .containsExactly("open sesame, please".toCharArray());
        assertThatThrownBy(() -> Passphrase.forHome(home, Map.of("BYENATOS_PASSPHRASE_FILE", folder + "/none")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("none");
    }

    @Test
    void aLockedHomeWithoutATerminalSaysHowToGiveIt() throws IOException {
        keyring("protection=passphrase");

        assertThatThrownBy(() -> Passphrase.forHome(home, Map.of()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("BYENATOS_PASSPHRASE_FILE");
    }

    private void keyring(String line) throws IOException {
        Path secrets = Files.createDirectories(home.data().resolve("secrets"));
        Files.writeString(secrets.resolve("keyring"), "version=2\n" + line + "\n");
    }
}
