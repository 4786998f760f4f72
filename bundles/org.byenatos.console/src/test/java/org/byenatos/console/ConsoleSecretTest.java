package org.byenatos.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSecretTest {

    @TempDir
    Path home;

    @Test
    void theFirstStartMakesAPasswordAndLaterOnesKeepIt() throws IOException {
        PasswordHash first = secret().loadOrCreate();
        String password =
                Files.readString(home.resolve("secrets/console.password")).strip();

        assertThat(password).hasSizeGreaterThanOrEqualTo(24);
        assertThat(first.matches(password)).isTrue();
        assertThat(first.matches("admin")).isFalse();
        assertThat(secret().loadOrCreate()).isEqualTo(first);
        assertThat(first.text()).doesNotContain(password);
    }

    @Test
    void theHashWorksWithoutThePasswordFile() throws IOException {
        secret().loadOrCreate();
        Path file = home.resolve("secrets/console.password");
        String password = Files.readString(file).strip();
        Files.delete(file);

        assertThat(secret().loadOrCreate().matches(password)).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void bothFilesAreTheOwnersAlone() throws IOException {
        secret().loadOrCreate();

        for (String name : new String[] {"console.password", "console.hash"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            home.resolve("secrets").resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    private ConsoleSecret secret() {
        return new ConsoleSecret(home.resolve("secrets"), new SecureRandom());
    }
}
