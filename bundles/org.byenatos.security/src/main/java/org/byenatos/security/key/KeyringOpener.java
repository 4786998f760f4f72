package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeySource;
import org.byenatos.security.file.PrivateFiles;
import org.byenatos.security.key.OpenKeyring.Opened;
import org.byenatos.security.key.OpenKeyring.Seal;

/**
 * Opens the keyring of a home: makes it at the first start, and once for homes that are older than keyrings. When the
 * master key is lost or wrong it says so and writes nothing.
 */
final class KeyringOpener {

    private static final int HOME_BYTES = 16;
    private static final String ENVIRONMENT = "BYENATOS_MASTER_KEY";

    private final SecretsLayout layout;
    private final KeySources sources;
    private final PrivateFiles files;
    private final GcmEngine engine;
    private final Clock clock;

    KeyringOpener(SecretsLayout layout, KeySources sources, PrivateFiles files, GcmEngine engine, Clock clock) {
        this.layout = layout;
        this.sources = sources;
        this.files = files;
        this.engine = engine;
        this.clock = clock;
    }

    /** @throws StorageException if the master key or the keyring is lost, unreadable or another than the data's */
    OpenKeyring open() {
        if (Files.exists(layout.keyring())) {
            return existing();
        }
        Optional<String> mark = mark();
        if (mark.filter(HomeMark::isOfKeyring).isPresent() || UserKeyFiles.anyWrapped(layout.userKeys(), files)) {
            throw lost(layout.keyring());
        }
        return mark.isPresent() || UserKeyFiles.any(layout.userKeys()) ? older(mark) : first();
    }

    private OpenKeyring existing() {
        SealedKeyring file =
                SealedKeyring.parse(new String(files.read(layout.keyring()), UTF_8), "The keyring " + layout.keyring());
        mark().filter(HomeMark::isOfKeyring)
                .filter(mark -> !mark.equals(HomeMark.of(file.home())))
                .ifPresent(other -> {
                    throw new StorageException("The keyring " + layout.keyring()
                            + " is not the one of these data. Put the right one back; nothing was changed.");
                });
        OpenKeyring opened = file.argon2() == null ? byKey(file) : byPassphrase(file, file.argon2());
        markHome(file.home());
        return opened;
    }

    private OpenKeyring byPassphrase(SealedKeyring file, Argon2 argon2) {
        char[] passphrase = sources.passphrase().get();
        if (passphrase == null) {
            throw new StorageException("This home is locked by a passphrase. Stop the core and start it in a terminal,"
                    + " or with BYENATOS_PASSPHRASE_FILE naming a file that holds the passphrase.");
        }
        AesGcm master = OpenKeyring.sealing(derive(argon2, passphrase), engine);
        Keyring keyring = attempt(file, master)
                .orElseThrow(() -> new StorageException("The passphrase is not the one of this home. Stop the core and"
                        + " start it with the right one; nothing was changed."));
        OpenKeyring opened =
                opened(file.home(), new Seal(master, KeySource.PASSPHRASE, argon2, file.changedAt()), keyring);
        opened.forgetKeyFiles();
        return opened;
    }

    private OpenKeyring byKey(SealedKeyring file) {
        Optional<MasterKey> given =
                Optional.ofNullable(sources.masterKey()).map(key -> MasterKey.parse(key, ENVIRONMENT));
        if (given.isEmpty() && !Files.exists(layout.masterKey()) && !Files.exists(layout.nextMasterKey())) {
            throw lost(layout.masterKey());
        }
        return given.flatMap(key -> byKey(file, key, KeySource.ENVIRONMENT))
                .or(() -> keyIn(layout.nextMasterKey())
                        .flatMap(key -> byKey(file, key, KeySource.FILE))
                        .map(this::movedOn))
                .or(() -> keyIn(layout.masterKey()).flatMap(key -> byKey(file, key, KeySource.FILE)))
                .orElseThrow(this::wrong);
    }

    private Optional<OpenKeyring> byKey(SealedKeyring file, MasterKey key, KeySource source) {
        AesGcm master = OpenKeyring.sealing(key, engine);
        return attempt(file, master)
                .map(keyring -> opened(file.home(), new Seal(master, source, null, file.changedAt()), keyring));
    }

    private Optional<MasterKey> keyIn(Path file) {
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** A change of the key file ended before its last step. */
    private OpenKeyring movedOn(OpenKeyring opened) {
        files.replace(layout.nextMasterKey(), layout.masterKey());
        return opened;
    }

    /** A home without a keyring: all keys were derived from the master key, and the mark is a check value of it. */
    private OpenKeyring older(Optional<String> mark) {
        String given = sources.masterKey();
        if (given == null && !Files.exists(layout.masterKey())) {
            throw lost(layout.masterKey());
        }
        MasterKey master = given == null ? read(layout.masterKey()) : MasterKey.parse(given, ENVIRONMENT);
        byte[] check = HexFormat.of().formatHex(master.derive("check")).getBytes(US_ASCII);
        if (mark.isPresent() && !MessageDigest.isEqual(check, mark.get().getBytes(US_ASCII))) {
            throw wrong();
        }
        KeySource source = given == null ? KeySource.FILE : KeySource.ENVIRONMENT;
        Keyring keyring = Keyring.migrated(master, engine);
        return made(new Seal(OpenKeyring.sealing(master, engine), source, null, clock.instant()), keyring);
    }

    private OpenKeyring first() {
        String given = sources.masterKey();
        char[] passphrase = given == null ? sources.passphrase().get() : null;
        if (passphrase != null) {
            Passphrases.check(passphrase);
            Argon2 argon2 = Argon2.fresh(engine);
            AesGcm master = OpenKeyring.sealing(derive(argon2, passphrase), engine);
            return made(new Seal(master, KeySource.PASSPHRASE, argon2, clock.instant()), Keyring.fresh(engine));
        }
        KeySource source = given == null ? KeySource.FILE : KeySource.ENVIRONMENT;
        MasterKey master = given == null ? firstKeyFile() : MasterKey.parse(given, ENVIRONMENT);
        return made(
                new Seal(OpenKeyring.sealing(master, engine), source, null, clock.instant()), Keyring.fresh(engine));
    }

    /** The key of a start that ended before the keyring was there is as good as a new one. */
    private MasterKey firstKeyFile() {
        if (Files.exists(layout.masterKey())) {
            return read(layout.masterKey());
        }
        MasterKey fresh = new MasterKey(engine.newKey());
        files.write(layout.masterKey(), fresh.fileContent());
        return fresh;
    }

    private OpenKeyring made(Seal seal, Keyring keyring) {
        String home = HexFormat.of().formatHex(engine.newKey(), 0, HOME_BYTES);
        OpenKeyring opened = opened(home, seal, keyring);
        opened.store(keyring);
        markHome(home);
        return opened;
    }

    private OpenKeyring opened(String home, Seal seal, Keyring keyring) {
        return new OpenKeyring(layout, files, engine, clock, new Opened(home, seal, keyring));
    }

    private static MasterKey derive(Argon2 argon2, char[] passphrase) {
        try {
            return argon2.derive(passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private static Optional<Keyring> attempt(SealedKeyring file, AesGcm master) {
        try {
            return Optional.of(file.open(master));
        } catch (StorageException another) {
            return Optional.empty();
        }
    }

    private MasterKey read(Path file) {
        return MasterKey.parse(new String(files.read(file), US_ASCII), file.toString());
    }

    private Optional<String> mark() {
        return Files.exists(layout.keyCheck())
                ? Optional.of(new String(files.read(layout.keyCheck()), US_ASCII))
                : Optional.empty();
    }

    private void markHome(String home) {
        String wanted = HomeMark.of(home);
        if (!mark().equals(Optional.of(wanted))) {
            files.write(layout.keyCheck(), wanted.getBytes(US_ASCII));
        }
    }

    private StorageException wrong() {
        return new StorageException("The master key is not the one that the data of this home were made with, or "
                + layout.keyring() + " was changed. Put the right one back in " + layout.masterKey()
                + " (or in BYENATOS_MASTER_KEY); nothing was changed.");
    }

    private static StorageException lost(Path file) {
        return new StorageException(
                "The master key's file " + file + " is gone, but there are data made with it. Put it"
                        + " back from your backup. Without it the data cannot be read; to begin anew, move the data folder away.");
    }
}
