package org.byenatos.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeySource;
import org.byenatos.api.security.UserCipher;
import org.byenatos.security.file.PrivateFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    private static final byte[] BOUND = "record".getBytes();

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void makeHome() {
        home = new TestHome(folder.resolve("home"));
    }

    @Test
    void theMasterKeyAndEveryFileChangeAndTheDataStay() throws Exception {
        FileKeyVault vault = home.open();
        byte[] sealed = vault.cipher("mei").seal("tea".getBytes(), BOUND);
        byte[] database = vault.databaseKey();
        Map<String, String> before = home.contents();
        byte[] oldKey = Files.readAllBytes(home.layout().masterKey());

        assertThat(vault.rotateMaster().generation()).isEqualTo(2);

        Map<String, String> after = home.contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.remove("data/master.check");
        before.forEach((file, content) -> assertThat(after.get(file)).as(file).isNotEqualTo(content));
        FileKeyVault later = home.open();
        assertThat(later.cipher("mei").open(sealed, BOUND)).isEqualTo("tea".getBytes());
        assertThat(later.databaseKey()).isEqualTo(database);
        Files.write(home.layout().masterKey(), oldKey);
        assertThatThrownBy(home::open).isInstanceOf(StorageException.class).hasMessageContaining("not the one");
    }

    @Test
    void aUsersOlderTextsStayReadableAndNewOnesAreUnderTheNewKey() {
        FileKeyVault vault = home.open();
        UserCipher mei = vault.cipher("mei");
        byte[] older = mei.seal("older".getBytes(), BOUND);
        TestHome stolen = home.copyTo(folder.resolve("stolen"));

        assertThat(vault.rotateUser("mei")).isEqualTo(2);

        byte[] newer = mei.seal("newer".getBytes(), BOUND);
        for (UserCipher cipher : List.of(mei, vault.cipher("mei"), home.open().cipher("mei"))) {
            assertThat(cipher.open(older, BOUND)).isEqualTo("older".getBytes());
            assertThat(cipher.open(newer, BOUND)).isEqualTo("newer".getBytes());
            assertThat(cipher.open(older, BOUND)).isEqualTo("older".getBytes());
            newer[20]++;
            assertThatThrownBy(() -> cipher.open(newer, BOUND)).isInstanceOf(StorageException.class);
            newer[20]--;
        }
        UserCipher thief = stolen.open().cipher("mei");
        assertThat(thief.open(older, BOUND)).isEqualTo("older".getBytes());
        assertThatThrownBy(() -> thief.open(newer, BOUND)).isInstanceOf(StorageException.class);
    }

    @Test
    void destroyingEndsAllOfAUsersKeys() {
        FileKeyVault vault = home.open();
        UserCipher mei = vault.cipher("mei");
        byte[] older = mei.seal("older".getBytes(), BOUND);
        vault.rotateUser("mei");

        assertThat(vault.destroy("mei")).isTrue();

        assertThatThrownBy(() -> mei.open(older, BOUND)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> vault.rotateUser("mei")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void unknownUsersGetNoKeyAndKeysAreBounded() {
        FileKeyVault vault = home.open();
        assertThatThrownBy(() -> vault.rotateUser("nobody")).isInstanceOf(NotFoundException.class);
        assertThat(vault.state().userKeys()).isZero();
        vault.cipher("mei");
        for (int keys = 2; keys <= 16; keys++) {
            assertThat(vault.rotateUser("mei")).isEqualTo(keys);
        }

        assertThatThrownBy(() -> vault.rotateUser("mei")).isInstanceOf(ConflictException.class);
    }

    @Test
    void aKeyOfTheEnvironmentStaysAndWhatItWrapsIsNew() {
        KeySources environment = new KeySources("0123456789abcdef".repeat(4), () -> null);
        FileKeyVault vault = home.open(environment, new PrivateFiles());
        byte[] sealed = vault.cipher("mei").seal("tea".getBytes(), BOUND);

        assertThat(vault.rotateMaster().source()).isEqualTo(KeySource.ENVIRONMENT);

        assertThat(home.layout().masterKey()).doesNotExist();
        assertThat(home.open(environment, new PrivateFiles()).cipher("mei").open(sealed, BOUND))
                .isEqualTo("tea".getBytes());
    }

    @Test
    void nothingFailsWhileKeysAreRotated() throws Exception {
        FileKeyVault vault = home.open();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger done = new AtomicInteger();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<byte[]> kept = new ConcurrentLinkedQueue<>();
        byte[] database = vault.databaseKey();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> {
                try {
                    while (!stop.get()) {
                        String user = "user" + random.nextInt(8);
                        byte[] sealed = vault.cipher(user).seal(user.getBytes(), BOUND);
                        assertThat(vault.cipher(user).open(sealed, BOUND)).isEqualTo(user.getBytes());
                        assertThat(vault.databaseKey()).isEqualTo(database);
                        // users who come into being while a rotation goes on
                        vault.cipher("new" + done.incrementAndGet() % 50);
                        if (user.equals("user0") && kept.size() < 500) {
                            kept.add(sealed);
                        }
                    }
                } catch (Throwable failed) {
                    failures.add(failed);
                }
            });
            threads.add(thread);
            thread.start();
        }
        vault.cipher("user0");
        for (int i = 0; i < 10; i++) {
            int before = done.get();
            vault.rotateMaster();
            vault.rotateUser("user0");
            while (done.get() <= before + 10 && failures.isEmpty()) {
                Thread.sleep(1);
            }
            if (i == 5) {
                vault.usePassphrase("a passphrase of the test".toCharArray());
                vault.useKeyFile();
            }
        }
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(done.get()).isGreaterThan(100);
        FileKeyVault later = home.open();
        assertThat(later.state().generation()).isEqualTo(11);
        for (byte[] sealed : kept) {
            assertThat(later.cipher("user0").open(sealed, BOUND)).isEqualTo("user0".getBytes());
        }
    }
}
