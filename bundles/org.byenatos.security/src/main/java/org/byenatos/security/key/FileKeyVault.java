package org.byenatos.security.key;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;
import org.byenatos.security.file.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** The keys of a home in its secrets folder. Thread-safe. */
public final class FileKeyVault implements KeyVault {

    private final MasterKey master;
    private final UserKeyFiles userKeys;
    private final GcmEngine engine = new GcmEngine();
    private final ConcurrentMap<String, AesGcm> ciphers = new ConcurrentHashMap<>();

    private FileKeyVault(MasterKey master, SecretsLayout layout, PrivateFiles files) {
        this.master = master;
        this.userKeys = new UserKeyFiles(layout.userKeys(), files, engine, master);
    }

    /**
     * Opens the vault of a home, and makes it at the first start.
     *
     * @param layout where secrets lie
     * @param masterKey the master key in hexadecimal, {@code null} to use its file
     * @param files how to write
     * @throws org.byenatos.api.error.StorageException if the master key is lost or another than the data's
     */
    public static FileKeyVault open(SecretsLayout layout, @Nullable String masterKey, PrivateFiles files) {
        files.makeFolder(layout.secrets());
        MasterKey master = new MasterKeyFile(layout, masterKey, files).open();
        files.makeFolder(layout.userKeys());
        return new FileKeyVault(master, layout, files);
    }

    @Override
    public byte[] databaseKey() {
        return master.derive("database");
    }

    @Override
    public UserCipher cipher(String userId) {
        AesGcm known = ciphers.get(userId);
        return known != null ? known : ciphers.computeIfAbsent(userId, this::loadOrCreate);
    }

    @Override
    public boolean destroy(String userId) {
        boolean[] there = {false};
        ciphers.compute(userId, (user, cipher) -> {
            there[0] = userKeys.destroy(user);
            if (cipher != null) {
                cipher.destroy();
            }
            return null;
        });
        return there[0];
    }

    private AesGcm loadOrCreate(String userId) {
        return new AesGcm(userKeys.load(userId).orElseGet(() -> userKeys.create(userId)), engine);
    }
}
