package org.byenatos.api.security;

import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes the keys of this home while it is in use: {@link KeyVault} serves meanwhile, and what was sealed before stays
 * readable. Each change is durable and whole when the call returns; after a crash in its midst the next start ends it.
 * Fails with {@link StorageException} if the master key is lost or wrong; nothing is changed then. Thread-safe.
 */
@ProviderType
public interface KeyRotation {

    /** Fewest characters of a passphrase. */
    int PASSPHRASE_LEAST = 12;

    /** Most characters of a passphrase. */
    int PASSPHRASE_MOST = 1024;

    /** How the keys stand. */
    KeyState state();

    /**
     * Wraps the keys of all users anew under a new random key, and makes a new key file if the master key comes from
     * it. A passphrase or a key of the environment stays what it is.
     */
    KeyState rotateMaster();

    /**
     * Gives a user a new key for what is sealed from now on. What was sealed before stays sealed under the earlier keys
     * until it is written again.
     *
     * @return how many keys the user has now
     * @throws NotFoundException if the user has no key yet
     * @throws ConflictException if the user has as many as are possible
     */
    int rotateUser(String userId);

    /**
     * Lets the master key come from this passphrase from now on; a key file is destroyed.
     *
     * @param passphrase wiped when the call returns
     * @throws InvalidInputException if it is too short or too long
     */
    KeyState usePassphrase(char[] passphrase);

    /** Lets the master key come from a new key file from now on. */
    KeyState useKeyFile();
}
