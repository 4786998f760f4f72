package org.byenatos.security.key;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.security.KeyRotation;
import org.byenatos.api.security.KeyState;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;
import org.byenatos.security.file.PrivateFiles;

/**
 * The keys of a home in its secrets folder. Ciphers in use need no lock; whatever touches the files takes {@code lock}
 * for one file at a time, so that a rotation holds nobody up. Thread-safe.
 */
public final class FileKeyVault implements KeyVault, KeyRotation {

    /** Opening a text may try every key of its user. */
    private static final int MOST_USER_KEYS = 16;

    private final OpenKeyring keyring;
    private final UserKeyFiles userKeys;
    private final GcmEngine engine;
    private final Object lock = new Object();
    private final Object rotation = new Object();
    private final ConcurrentMap<String, UserKeys> ciphers = new ConcurrentHashMap<>();

    private FileKeyVault(OpenKeyring keyring, UserKeyFiles userKeys, GcmEngine engine) {
        this.keyring = keyring;
        this.userKeys = userKeys;
        this.engine = engine;
    }

    /**
     * Opens the vault of a home, makes it at the first start, and ends a rotation that a crash cut off.
     *
     * @param layout where secrets lie
     * @param sources what may hold the master key beside its file
     * @param files how to write
     * @param clock what time it is
     * @throws org.byenatos.api.error.StorageException if the master key is lost or another than the data's
     */
    public static FileKeyVault open(SecretsLayout layout, KeySources sources, PrivateFiles files, Clock clock) {
        files.makeFolder(layout.secrets());
        GcmEngine engine = new GcmEngine();
        OpenKeyring keyring = new KeyringOpener(layout, sources, files, engine, clock).open();
        files.makeFolder(layout.userKeys());
        UserKeyFiles userKeys = new UserKeyFiles(layout.userKeys(), files, engine, keyring);
        FileKeyVault vault = new FileKeyVault(keyring, userKeys, engine);
        if (keyring.keyring().inRotation() || keyring.keyring().legacy() != null) {
            vault.rewrapAll();
        }
        return vault;
    }

    @Override
    public byte[] databaseKey() {
        synchronized (lock) {
            return keyring.keyring().database().clone();
        }
    }

    @Override
    public UserCipher cipher(String userId) {
        UserKeys known = ciphers.get(userId);
        return known != null ? known : ciphers.computeIfAbsent(userId, this::loadOrCreate);
    }

    @Override
    public boolean holds(String userId) {
        synchronized (lock) {
            return !userKeys.load(userId).isEmpty();
        }
    }

    @Override
    public boolean destroy(String userId) {
        boolean[] there = {false};
        ciphers.compute(userId, (user, cipher) -> {
            synchronized (lock) {
                there[0] = userKeys.destroy(user);
            }
            if (cipher != null) {
                cipher.destroy();
            }
            return null;
        });
        return there[0];
    }

    @Override
    public KeyState state() {
        synchronized (lock) {
            return new KeyState(
                    keyring.source(),
                    keyring.keyring().current().generation(),
                    userKeys.all().size(),
                    keyring.changedAt());
        }
    }

    @Override
    public KeyState rotateMaster() {
        synchronized (rotation) {
            synchronized (lock) {
                if (!keyring.keyring().inRotation()) {
                    keyring.storeRenewed(keyring.keyring().withNext(engine.newKey()));
                }
            }
            rewrapAll();
            return state();
        }
    }

    @Override
    public int rotateUser(String userId) {
        int[] count = {0};
        ciphers.compute(userId, (user, cipher) -> {
            byte[] fresh = engine.newKey();
            synchronized (lock) {
                List<byte[]> keys = new ArrayList<>(userKeys.load(user));
                checkRoom(user, keys.size());
                keys.add(fresh);
                userKeys.store(user, keys);
                count[0] = keys.size();
                if (cipher == null) {
                    return new UserKeys(ciphers(keys));
                }
            }
            cipher.add(new AesGcm(fresh, engine));
            return cipher;
        });
        return count[0];
    }

    @Override
    public KeyState usePassphrase(char[] passphrase) {
        try {
            Passphrases.check(passphrase);
            synchronized (rotation) {
                synchronized (lock) {
                    keyring.usePassphrase(passphrase);
                }
            }
            return state();
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public KeyState useKeyFile() {
        synchronized (rotation) {
            synchronized (lock) {
                keyring.storeUnderNewFile(keyring.keyring());
            }
            return state();
        }
    }

    /** Wraps every user's keys under the latest wrapping key, and then forgets the earlier one. */
    private void rewrapAll() {
        List<Path> all;
        synchronized (lock) {
            all = userKeys.all();
        }
        for (Path file : all) {
            synchronized (lock) {
                userKeys.rewrap(file);
            }
        }
        synchronized (lock) {
            if (keyring.keyring().inRotation()) {
                keyring.store(keyring.keyring().withCurrentOnly());
            }
        }
    }

    private UserKeys loadOrCreate(String userId) {
        synchronized (lock) {
            List<byte[]> keys = userKeys.load(userId);
            if (keys.isEmpty()) {
                keys = List.of(engine.newKey());
                userKeys.store(userId, keys);
            }
            return new UserKeys(ciphers(keys));
        }
    }

    private List<AesGcm> ciphers(List<byte[]> keys) {
        return keys.stream().map(key -> new AesGcm(key, engine)).toList();
    }

    private static void checkRoom(String userId, int keys) {
        if (keys == 0) {
            throw new NotFoundException("User " + userId + " has no key yet; one is made with the first record.");
        }
        if (keys >= MOST_USER_KEYS) {
            throw new ConflictException("User " + userId + " has " + keys
                    + " keys, the most there can be: everything sealed before would have to be sealed anew first.");
        }
    }
}
