package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.byenatos.api.security.KeySource;
import org.byenatos.security.file.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** The keyring of a home in use, and how it is sealed. Every change is on disk when the call returns. For one thread. */
final class OpenKeyring {

    private final SecretsLayout layout;
    private final PrivateFiles files;
    private final GcmEngine engine;
    private final Clock clock;
    private final String home;
    private Seal seal;
    private Keyring keyring;
    private boolean movingFile;

    /**
     * What the keyring is sealed with.
     *
     * @param master seals
     * @param source where the master key comes from
     * @param argon2 how it is made of a passphrase, {@code null} if it is a key by itself
     * @param changedAt since when
     */
    record Seal(AesGcm master, KeySource source, @Nullable Argon2 argon2, Instant changedAt) {

        @Override
        public String toString() {
            return "Seal[" + source + "]";
        }
    }

    OpenKeyring(SecretsLayout layout, PrivateFiles files, GcmEngine engine, Clock clock, Opened opened) {
        this.layout = layout;
        this.files = files;
        this.engine = engine;
        this.clock = clock;
        this.home = opened.home();
        this.seal = opened.seal();
        this.keyring = opened.keyring();
    }

    /**
     * What opening found.
     *
     * @param home the random name of the home
     * @param seal what the keyring is sealed with
     * @param keyring the keys
     */
    record Opened(String home, Seal seal, Keyring keyring) {}

    Keyring keyring() {
        return keyring;
    }

    KeySource source() {
        return seal.source();
    }

    Instant changedAt() {
        return seal.changedAt();
    }

    /** Takes another keyring, sealed as the one before. */
    void store(Keyring next) {
        write(next, seal);
        keyring = next;
    }

    /** Takes another keyring and, where the master key is in a file, a new master key. */
    void storeRenewed(Keyring next) {
        Seal renewed = new Seal(seal.master(), seal.source(), seal.argon2(), clock.instant());
        if (seal.source() == KeySource.FILE) {
            storeUnderNewFile(next);
        } else {
            write(next, renewed);
            seal = renewed;
            keyring = next;
        }
    }

    /**
     * Seals a keyring under a new master key in a file. The new file lies beside the old one until the keyring is sealed
     * under it; {@link KeyringOpener} takes whichever opens it.
     */
    void storeUnderNewFile(Keyring next) {
        moveFile();
        MasterKey fresh = new MasterKey(engine.newKey());
        files.write(layout.nextMasterKey(), fresh.fileContent());
        Seal renewed = new Seal(sealing(fresh, engine), KeySource.FILE, null, clock.instant());
        write(next, renewed);
        seal = renewed;
        keyring = next;
        movingFile = true;
        moveFile();
    }

    /** Seals the keyring under a passphrase; key files are destroyed. */
    void usePassphrase(char[] passphrase) {
        Argon2 argon2 = Argon2.fresh(engine);
        Seal renewed =
                new Seal(sealing(argon2.derive(passphrase), engine), KeySource.PASSPHRASE, argon2, clock.instant());
        write(keyring, renewed);
        seal = renewed;
        forgetKeyFiles();
    }

    /** Destroys key files, which open nothing any more. */
    void forgetKeyFiles() {
        for (Path left : new Path[] {layout.masterKey(), layout.nextMasterKey()}) {
            if (Files.exists(left)) {
                files.shred(left);
            }
        }
    }

    /** What seals a keyring; the master key is forgotten. */
    static AesGcm sealing(MasterKey master, GcmEngine engine) {
        AesGcm cipher = new AesGcm(master.derive("keyring"), engine);
        master.wipe();
        return cipher;
    }

    /** Takes up a move that failed before: the key that it left beside must not be written over. */
    private void moveFile() {
        if (movingFile) {
            files.replace(layout.nextMasterKey(), layout.masterKey());
            movingFile = false;
        }
    }

    private void write(Keyring next, Seal with) {
        String text = SealedKeyring.seal(home, with.changedAt(), with.argon2(), next, with.master())
                .text();
        files.write(layout.keyring(), text.getBytes(UTF_8));
    }
}
