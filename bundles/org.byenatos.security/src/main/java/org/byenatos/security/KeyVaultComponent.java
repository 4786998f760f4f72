package org.byenatos.security;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.security.KeyRotation;
import org.byenatos.api.security.KeyState;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;
import org.byenatos.security.file.PrivateFiles;
import org.byenatos.security.key.FileKeyVault;
import org.byenatos.security.key.KeySources;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * Provides the vault. When the master key is lost or wrong the service is there all the same and every call says what is
 * wrong, so that the reason reaches whoever asks; each call looks again, so that putting the key back is enough. A
 * passphrase is tried once: another needs a restart.
 */
@Component(
        service = {KeyVault.class, KeyRotation.class},
        immediate = true)
public final class KeyVaultComponent implements KeyVault, KeyRotation {

    private static final Logger LOG = System.getLogger(KeyVaultComponent.class.getName());

    /** The environment variable that may hold the master key, 64 hexadecimal digits, in place of its file. */
    private static final String MASTER_KEY = "BYENATOS_MASTER_KEY";

    private final CallGate gate = new CallGate("KeyVault", Duration.ofSeconds(5));
    private final Home home;
    private final KeySources sources;
    private volatile @Nullable FileKeyVault vault;
    private @Nullable String passphraseRefused;

    /**
     * @param context knows the home folder
     * @param passphrase gives the passphrase that the launcher was given; {@code null} where there is none
     */
    @Activate
    public KeyVaultComponent(
            BundleContext context,
            @Reference(target = "(byenatos.secret=passphrase)", cardinality = ReferenceCardinality.OPTIONAL) @Nullable
                    Supplier<char @Nullable []> passphrase) {
        this(Home.of(context), new KeySources(System.getenv(MASTER_KEY), passphrase == null ? () -> null : passphrase));
    }

    KeyVaultComponent(Home home, KeySources sources) {
        this.home = home;
        this.sources = sources;
        try {
            vault();
        } catch (ByenatosException failure) {
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

    @Override
    public boolean holds(String userId) {
        return gate.call(() -> vault().holds(userId));
    }

    @Override
    public KeyState state() {
        return gate.call(() -> vault().state());
    }

    @Override
    public KeyState rotateMaster() {
        return gate.call(() -> vault().rotateMaster());
    }

    @Override
    public int rotateUser(String userId) {
        return gate.call(() -> vault().rotateUser(userId));
    }

    @Override
    public KeyState usePassphrase(char[] passphrase) {
        return gate.call(() -> vault().usePassphrase(passphrase));
    }

    @Override
    public KeyState useKeyFile() {
        return gate.call(() -> vault().useKeyFile());
    }

    private FileKeyVault vault() {
        FileKeyVault present = vault;
        return present != null ? present : open();
    }

    private synchronized FileKeyVault open() {
        FileKeyVault present = vault;
        if (present == null) {
            if (passphraseRefused != null) {
                throw new StorageException(passphraseRefused);
            }
            present = FileKeyVault.open(home.secrets(), watched(), new PrivateFiles(), Clock.systemUTC());
            vault = present;
            passphraseRefused = null;
        }
        return present;
    }

    /** Notes that a passphrase was used up: deriving a key from it again for every call would be slow and in vain. */
    private KeySources watched() {
        return new KeySources(sources.masterKey(), () -> {
            char[] given = sources.passphrase().get();
            if (given != null) {
                passphraseRefused =
                        "The passphrase is not the one of this home, or is too short for a new one. Stop the"
                                + " core and start it with the right one; nothing was changed.";
            }
            return given;
        });
    }
}
