package org.byenatos.security;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;
import org.byenatos.security.file.PrivateFiles;
import org.byenatos.security.key.FileKeyVault;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Provides the vault. When the master key is lost or wrong the service is there all the same and every call says what is
 * wrong, so that the reason reaches whoever asks; each call looks again, so that putting the key back is enough.
 */
@Component(service = KeyVault.class, immediate = true)
public final class KeyVaultComponent implements KeyVault {

    private static final Logger LOG = System.getLogger(KeyVaultComponent.class.getName());

    /** The environment variable that may hold the master key, 64 hexadecimal digits, in place of its file. */
    private static final String MASTER_KEY = "BYENATOS_MASTER_KEY";

    private final CallGate gate = new CallGate("KeyVault", Duration.ofSeconds(5));
    private final Home home;
    private volatile @Nullable KeyVault vault;

    /** @param context knows the home folder */
    @Activate
    public KeyVaultComponent(BundleContext context) {
        this(Home.of(context));
    }

    KeyVaultComponent(Home home) {
        this.home = home;
        try {
            vault();
        } catch (StorageException failure) {
            LOG.log(Level.ERROR, failure.getMessage());
        }
    }

    @Deactivate
    void stop() {
        gate.close();
    }

    @Override
    public byte[] databaseKey() {
        return gate.call(() -> vault().databaseKey());
    }

    @Override
    public UserCipher cipher(String userId) {
        return gate.call(() -> vault().cipher(userId));
    }

    @Override
    public boolean destroy(String userId) {
        return gate.call(() -> vault().destroy(userId));
    }

    private KeyVault vault() {
        KeyVault present = vault;
        return present != null ? present : open();
    }

    private synchronized KeyVault open() {
        KeyVault present = vault;
        if (present == null) {
            present = FileKeyVault.open(home.secrets(), System.getenv(MASTER_KEY), new PrivateFiles());
            vault = present;
        }
        return present;
    }
}
