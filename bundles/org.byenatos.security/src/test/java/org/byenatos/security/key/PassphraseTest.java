package org.byenatos.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeySource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseTest {

    private static final String RIGHT = "correct horse battery staple";
    private static final byte[] BOUND = "record".getBytes();

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void makeHome() {
        home = new TestHome(folder.resolve("home"));
    }

    /** Test vector of RFC 9106's algorithm, made by the reference implementation's command line tool. */
    @Test
    void argon2idIsTheStandards() {
        Argon2 argon2 = new Argon2(HexFormat.of().formatHex("somesalt".getBytes()), 65_536, 2, 1);

        assertThat(new String(argon2.derive("password".toCharArray()).fileContent()).strip())
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void aHomeMadeWithAPassphraseHasNoKeyFile() {
        FileKeyVault vault = home.open(RIGHT);
        byte[] sealed = vault.cipher("mei").seal("tea".getBytes(), BOUND);

        assertThat(vault.state().source()).isEqualTo(KeySource.PASSPHRASE);
        assertThat(home.layout().masterKey()).doesNotExist();
        assertThat(home.contents().values()).noneMatch(content -> content.contains(RIGHT));
        assertThat(home.open(RIGHT).cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
    }

    @Test
    void aWrongOrMissingPassphraseIsSaidAndChangesNothing() {
        home.open(RIGHT).cipher("mei");
        Map<String, String> before = home.contents();

        assertThatThrownBy(() -> home.open("correct horse battery stable"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("The passphrase is not the one")
                .hasMessageNotContaining("stable");
        assertThatThrownBy(home::open)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("locked by a passphrase")
                .hasMessageContaining("BYENATOS_PASSPHRASE_FILE");
        assertThat(home.contents()).isEqualTo(before);
    }

    @Test
    void changingItSealsTheKeyringAloneAnew() {
        FileKeyVault vault = home.open();
        byte[] sealed = vault.cipher("mei").seal("tea".getBytes(), BOUND);
        byte[] database = vault.databaseKey();
        String keys = userKeys();
        char[] given = RIGHT.toCharArray();

        assertThat(vault.usePassphrase(given).source()).isEqualTo(KeySource.PASSPHRASE);

        assertThat(given).containsOnly('\0');
        assertThat(home.layout().masterKey()).doesNotExist();
        assertThat(userKeys()).isEqualTo(keys);
        home.open(RIGHT).usePassphrase("another one, as long".toCharArray());
        assertThatThrownBy(() -> home.open(RIGHT)).isInstanceOf(StorageException.class);
        FileKeyVault later = home.open("another one, as long");
        assertThat(later.cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
        assertThat(later.databaseKey()).isEqualTo(database);
        assertThat(later.rotateMaster().source()).isEqualTo(KeySource.PASSPHRASE);
        assertThat(home.open("another one, as long").useKeyFile().source()).isEqualTo(KeySource.FILE);
        assertThat(home.open().cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
    }

    @Test
    void lettersComposedOtherwiseAreTheSame() {
        home.open("Zum gr\u00fcnen Kr\u00e4uterhaus").cipher("mei");

        assertThat(home.open("Zum gru\u0308nen Kra\u0308uterhaus").state().userKeys())
                .isEqualTo(1);
    }

    @Test
    void shortOnesAreRefused() {
        FileKeyVault vault = home.open();
        Map<String, String> before = home.contents();

        assertThatThrownBy(() -> vault.usePassphrase("eleven char".toCharArray()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(home.contents()).isEqualTo(before);
        assertThatThrownBy(() -> new TestHome(folder.resolve("other")).open("short"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aLostOrExchangedKeyringIsSaidAndNothingIsMadeInItsPlace() throws Exception {
        home.open().cipher("mei");
        TestHome other = new TestHome(folder.resolve("other"));
        other.open();
        TestHome lost = home.copyTo(folder.resolve("lost"));
        java.nio.file.Files.delete(lost.layout().keyring());
        Map<String, String> before = lost.contents();

        assertThatThrownBy(lost::open).isInstanceOf(StorageException.class).hasMessageContaining("keyring is gone");
        assertThat(lost.contents()).isEqualTo(before);
        java.nio.file.Files.delete(lost.layout().keyCheck());
        assertThatThrownBy(lost::open).isInstanceOf(StorageException.class).hasMessageContaining("keyring is gone");
        for (Path secret : new Path[] {other.layout().keyring(), other.layout().masterKey()}) {
            java.nio.file.Files.copy(
                    secret,
                    home.layout().secrets().resolve(secret.getFileName()),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThatThrownBy(home::open)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("not the one of these data");
    }

    private String userKeys() {
        return home.contents().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".key") && file.getKey().contains("users"))
                .toList()
                .toString();
    }
}
