package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.byenatos.api.error.StorageException;
import org.byenatos.security.file.PrivateFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes that were made when every key was derived from the master key, without a keyring. */
class OlderHomeTest {

    private static final byte[] BOUND = "record".getBytes();
    private static final String KEY = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    private final GcmEngine engine = new GcmEngine();
    private final MasterKey master = MasterKey.parse(KEY, "test");
    private TestHome home;
    private byte[] sealed;

    @BeforeEach
    void makeOlderHome() throws IOException {
        home = new TestHome(folder.resolve("home"));
        Files.createDirectories(home.layout().userKeys());
        Files.writeString(home.layout().masterKey(), KEY + "\n");
        Files.writeString(home.layout().keyCheck(), HexFormat.of().formatHex(master.derive("check")));
        sealed = user("mei");
        user("tom");
    }

    @Test
    void openAndKeepWhatTheyHold() {
        byte[] database = master.derive("database");

        FileKeyVault vault = home.open();

        assertThat(vault.databaseKey()).isEqualTo(database);
        assertThat(vault.cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
        assertThat(vault.state().userKeys()).isEqualTo(2);
        vault.rotateMaster();
        FileKeyVault later = home.open();
        assertThat(later.databaseKey()).isEqualTo(database);
        assertThat(later.cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
        assertThat(later.cipher("tom").open(tomsText(), BOUND)).isEqualTo("coffee".getBytes());
    }

    @Test
    void theOldMasterKeyOpensNoFileAfterARotationWhetherItsUserCameOrNot() {
        home.open().rotateMaster();

        AesGcm old = new AesGcm(master.derive("user-keys"), engine);
        home.contents().forEach((file, content) -> {
            if (file.contains("users")) {
                byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                for (String user : new String[] {"mei", "tom"}) {
                    assertThatThrownBy(() -> old.open(bytes, ("user-key:" + user).getBytes(UTF_8)))
                            .isInstanceOf(StorageException.class);
                }
            }
        });
    }

    @Test
    void aCrashWhileTheyAreOpenedLosesNothing() {
        for (int changes = 0; ; changes++) {
            TestHome copy = home.copyTo(folder.resolve("copy" + changes));
            boolean crashed = false;
            try {
                copy.open(KeySources.none(), new CrashingFiles(changes)).cipher("mei");
            } catch (CrashingFiles.Crash crash) {
                crashed = true;
            }
            FileKeyVault after = copy.open();
            assertThat(after.databaseKey()).isEqualTo(master.derive("database"));
            assertThat(after.cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
            assertThat(after.cipher("tom").open(tomsText(), BOUND)).isEqualTo("coffee".getBytes());
            if (!crashed) {
                assertThat(changes).isGreaterThan(3);
                return;
            }
        }
    }

    @Test
    void aWrongOrLostKeyChangesNothing() throws IOException {
        Map<String, String> before = home.contents();
        KeySources wrong = new KeySources("ff".repeat(32), () -> null);

        assertThatThrownBy(() -> home.open(wrong, new PrivateFiles()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("not the one");
        assertThat(home.contents()).isEqualTo(before);
        Files.delete(home.layout().masterKey());
        assertThatThrownBy(home::open).isInstanceOf(StorageException.class).hasMessageContaining("is gone");
    }

    private byte[] tomsText() {
        return new AesGcm(key("tom"), engine).seal("coffee".getBytes(), BOUND);
    }

    private byte[] user(String user) throws IOException {
        byte[] key = key(user);
        byte[] name = Hkdf.hmac(master.derive("user-names"), user.getBytes(UTF_8));
        Files.write(
                home.layout().userKeys().resolve(HexFormat.of().formatHex(name) + ".key"),
                new AesGcm(master.derive("user-keys"), engine).seal(key, ("user-key:" + user).getBytes(UTF_8)));
        return new AesGcm(key, engine).seal("tea".getBytes(), BOUND);
    }

    private static byte[] key(String user) {
        return Hkdf.hmac(new byte[1], user.getBytes(UTF_8));
    }
}
