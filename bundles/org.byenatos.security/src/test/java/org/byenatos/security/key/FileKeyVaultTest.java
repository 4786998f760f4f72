package org.byenatos.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.byenatos.api.error.StorageException;
import org.byenatos.security.file.PrivateFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyVaultTest {

    private static final byte[] BOUND = "record-1".getBytes();

    @TempDir
    Path home;

    private SecretsLayout layout;

    @BeforeEach
    void layOut() {
        layout = new SecretsLayout(home.resolve("data"));
    }

    @Test
    void makesItsFilesForTheOwnerAlone() throws IOException {
        vault().cipher("mei");

        assertThat(layout.masterKey()).content().matches("[0-9a-f]{64}\n");
        assertThat(mode(layout.secrets())).isEqualTo("rwx------");
        assertThat(mode(layout.userKeys())).isEqualTo("rwx------");
        for (Path file : filesUnder(home)) {
            assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
        }
    }

    @Test
    void keysOutliveARestart() {
        FileKeyVault before = vault();
        byte[] sealed = before.cipher("mei").seal("tea".getBytes(), BOUND);
        byte[] database = before.databaseKey();

        FileKeyVault after = vault();

        assertThat(after.cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
        assertThat(after.databaseKey()).isEqualTo(database).hasSize(32);
    }

    @Test
    void theDatabaseKeyIsACopy() {
        FileKeyVault vault = vault();
        vault.databaseKey()[0]++;

        assertThat(vault.databaseKey()).isEqualTo(vault().databaseKey());
    }

    @Test
    void homesAndUsersHaveDifferentKeys() {
        FileKeyVault vault = vault();
        byte[] sealed = vault.cipher("mei").seal("tea".getBytes(), BOUND);

        assertThatThrownBy(() -> vault.cipher("tom").open(sealed, BOUND)).isInstanceOf(StorageException.class);
        SecretsLayout elsewhere = new SecretsLayout(home.resolve("other"));
        assertThat(FileKeyVault.open(elsewhere, KeySources.none(), new PrivateFiles(), Clock.systemUTC())
                        .databaseKey())
                .isNotEqualTo(vault.databaseKey());
    }

    @Test
    void nothingOnDiskShowsTheUserOrTheKey() throws IOException {
        vault().cipher("mei.lin@example.org");

        for (Path file : filesUnder(home)) {
            assertThat(file.toString()).doesNotContain("mei");
            assertThat(new String(Files.readAllBytes(file), "ISO-8859-1")).doesNotContain("mei");
        }
    }

    @Test
    void destroyedKeysAreGoneAndTheNextIsAnother() throws IOException {
        FileKeyVault vault = vault();
        var cipher = vault.cipher("mei");
        byte[] sealed = cipher.seal("tea".getBytes(), BOUND);

        assertThat(vault.destroy("mei")).isTrue();

        assertThat(layout.userKeys()).isEmptyDirectory();
        assertThatThrownBy(() -> cipher.open(sealed, BOUND)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> vault.cipher("mei").open(sealed, BOUND)).isInstanceOf(StorageException.class);
        assertThat(vault.destroy("mei")).isTrue();
        assertThat(vault.destroy("mei")).isFalse();
        assertThat(vault.destroy("nobody")).isFalse();
    }

    @Test
    void destroysAKeyThatWasNotUsedSinceTheStart() {
        vault().cipher("mei");

        assertThat(vault().destroy("mei")).isTrue();
        assertThat(layout.userKeys()).isEmptyDirectory();
    }

    @Test
    void aLostMasterKeyIsSaidAndNothingIsWritten() throws IOException {
        vault().cipher("mei");
        Files.delete(layout.masterKey());
        Set<Path> before = filesUnder(home);

        assertThatThrownBy(this::vault).isInstanceOf(StorageException.class).hasMessageContaining("is gone");
        assertThat(filesUnder(home)).isEqualTo(before);
        Files.delete(layout.keyCheck());
        assertThatThrownBy(this::vault).isInstanceOf(StorageException.class).hasMessageContaining("is gone");
    }

    @Test
    void aLostSecretsFolderIsNotReplaced() throws IOException {
        vault();
        Files.delete(layout.masterKey());
        Files.delete(layout.keyring());
        Files.delete(layout.userKeys());
        Files.delete(layout.secrets());

        assertThatThrownBy(this::vault).isInstanceOf(StorageException.class).hasMessageContaining("is gone");
    }

    @Test
    void aWrongMasterKeyIsSaidAndTheRightOneStillWorks() throws IOException {
        byte[] sealed = vault().cipher("mei").seal("tea".getBytes(), BOUND);
        String right = Files.readString(layout.masterKey());
        Files.writeString(layout.masterKey(), "ab".repeat(32));

        assertThatThrownBy(this::vault)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("not the one")
                .hasMessageNotContaining("abab");
        Files.writeString(layout.masterKey(), right);
        assertThat(vault().cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
    }

    @Test
    void aDamagedMasterKeyIsSaidWithoutShowingIt() throws IOException {
        vault();
        Files.writeString(layout.masterKey(), "secretpart" + "xy".repeat(27));

        assertThatThrownBy(this::vault)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("secretpart")
                .hasNoCause();
    }

    @Test
    void aDamagedOrExchangedUserKeyIsNotOverwritten() throws IOException {
        vault().cipher("mei");
        Path meis = filesUnder(layout.userKeys()).iterator().next();
        vault().cipher("tom");
        Path toms = filesUnder(layout.userKeys()).stream()
                .filter(file -> !file.equals(meis))
                .findFirst()
                .orElseThrow();
        byte[] right = Files.readAllBytes(meis);

        for (byte[] wrong : List.of(Files.readAllBytes(toms), new byte[0], new byte[60])) {
            Files.write(meis, wrong);
            assertThatThrownBy(() -> vault().cipher("mei")).isInstanceOf(StorageException.class);
            assertThat(meis).hasBinaryContent(wrong);
        }
        Files.write(meis, right);
        assertThat(vault().cipher("mei")).isNotNull();
    }

    @Test
    void aKeyFromTheEnvironmentIsUsedAndNotStored() {
        String given = "0123456789abcdef".repeat(4);
        byte[] key = open(given).databaseKey();

        assertThat(layout.masterKey()).doesNotExist();
        assertThat(open(given).databaseKey()).isEqualTo(key);
        assertThatThrownBy(() -> open("ff".repeat(32))).isInstanceOf(StorageException.class);
        assertThatThrownBy(this::vault).isInstanceOf(StorageException.class);
    }

    @Test
    void modesThatWereOpenedAreClosed() throws IOException {
        vault();
        Files.setPosixFilePermissions(layout.masterKey(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(layout.secrets(), PosixFilePermissions.fromString("rwxr-xr-x"));

        vault();

        assertThat(mode(layout.masterKey())).isEqualTo("rw-------");
        assertThat(mode(layout.secrets())).isEqualTo("rwx------");
    }

    @Test
    void threadsThatAskForANewUserAtOnceGetOneKey() throws Exception {
        FileKeyVault vault = vault();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> sealed = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String user = "user" + i % 4;
                sealed.add(threads.submit(() -> vault.cipher(user).seal(user.getBytes(), BOUND)));
            }
            for (Future<byte[]> done : sealed) {
                done.get();
            }
            FileKeyVault later = vault();
            for (int i = 0; i < 64; i++) {
                String user = "user" + i % 4;
                assertThat(later.cipher(user).open(sealed.get(i).get(), BOUND)).isEqualTo(user.getBytes());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(filesUnder(layout.userKeys())).hasSize(4);
    }

    private FileKeyVault vault() {
        return FileKeyVault.open(layout, KeySources.none(), new PrivateFiles(), Clock.systemUTC());
    }

    private FileKeyVault open(String masterKey) {
        return FileKeyVault.open(layout, new KeySources(masterKey, () -> null), new PrivateFiles(), Clock.systemUTC());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Set<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new HashSet<>(all.filter(Files::isRegularFile).toList());
        }
    }
}
