package org.byenatos.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.byenatos.api.security.KeySource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends the process before each change that a rotation makes on disk, one after the other: the next start loses nothing. */
class KeyCrashTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final byte[] BOUND = "record".getBytes();
    private static final List<String> USERS = List.of("mei", "tom", "ana");

    @TempDir
    Path folder;

    private final Map<String, byte[]> sealed = new HashMap<>();
    private byte[] database;
    private TestHome home;

    @BeforeEach
    void fill() {
        home = new TestHome(folder.resolve("home"));
        FileKeyVault vault = home.open();
        for (String user : USERS) {
            sealed.put(user, vault.cipher(user).seal(user.getBytes(), BOUND));
        }
        database = vault.databaseKey();
    }

    @Test
    void rotationOfTheMasterKey() {
        int crashes = crashEverywhere(KeySources.none(), FileKeyVault::rotateMaster);

        assertThat(crashes).isGreaterThan(USERS.size() + 2);
    }

    @Test
    void rotationOfTheMasterKeyTwice() {
        crashEverywhere(KeySources.none(), vault -> {
            vault.rotateMaster();
            vault.rotateMaster();
        });
    }

    @Test
    void rotationOfAUsersKey() {
        crashEverywhere(KeySources.none(), vault -> vault.rotateUser("tom"));
    }

    @Test
    void theFirstPassphrase() {
        int crashes = crashEverywhere(
                TestHome.passphrase(PASSPHRASE), vault -> vault.usePassphrase(PASSPHRASE.toCharArray()));

        assertThat(crashes).isEqualTo(2);
    }

    @Test
    void backToAKeyFile() {
        home.open().usePassphrase(PASSPHRASE.toCharArray());

        crashEverywhere(TestHome.passphrase(PASSPHRASE), FileKeyVault::useKeyFile);
    }

    @Test
    void aRotationThatFailedGoesOnWhenAskedAgain() {
        CrashingFiles files = new CrashingFiles(4);
        FileKeyVault vault = home.open(KeySources.none(), files);
        assertThatThrownBy(vault::rotateMaster).isInstanceOf(CrashingFiles.Crash.class);
        assertThat(open(vault)).isTrue();

        FileKeyVault after = home.open();

        assertThat(after.state().generation()).isEqualTo(2);
        assertThat(after.rotateMaster().generation()).isEqualTo(3);
        assertThat(open(after)).isTrue();
        assertThat(home.layout().nextMasterKey()).doesNotExist();
    }

    /** Returns how many changes there were to crash before. */
    private int crashEverywhere(KeySources sources, Consumer<FileKeyVault> change) {
        for (int changes = 0; ; changes++) {
            TestHome copy = home.copyTo(folder.resolve("copy" + changes));
            boolean crashed = false;
            FileKeyVault before = copy.open(sources, new CrashingFiles(changes));
            try {
                change.accept(before);
            } catch (CrashingFiles.Crash crash) {
                crashed = true;
            }
            FileKeyVault after = copy.open(sources, new org.byenatos.security.file.PrivateFiles());
            assertThat(open(after)).as("after %d changes", changes).isTrue();
            assertThat(after.databaseKey()).isEqualTo(database);
            assertThat(after.state().userKeys()).isEqualTo(USERS.size());
            assertThat(Files.exists(copy.layout().nextMasterKey())
                            && after.state().source() == KeySource.PASSPHRASE)
                    .isFalse();
            byte[] more = after.cipher("mei").seal("more".getBytes(), BOUND);
            FileKeyVault again = copy.open(sources, new org.byenatos.security.file.PrivateFiles());
            assertThat(again.cipher("mei").open(more, BOUND)).isEqualTo("more".getBytes());
            if (!crashed) {
                return changes;
            }
        }
    }

    private boolean open(FileKeyVault vault) {
        return USERS.stream()
                .allMatch(user -> new String(vault.cipher(user).open(sealed.get(user), BOUND)).equals(user));
    }
}
