package org.byenatos.api.security;

import org.byenatos.api.error.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/** Holds the keys of this home, all wrapped by its master key. Thread-safe. */
@ProviderType
public interface KeyVault {

    /** The key of the database as a whole, 32 bytes, a fresh copy that the caller may wipe. */
    byte[] databaseKey();

    /**
     * The cipher of a user; the key is made on the first call for that user.
     *
     * @throws StorageException if there is a key that cannot be read; nothing is overwritten then
     */
    UserCipher cipher(String userId);

    /** Whether a user has a key; asking makes none. */
    boolean holds(String userId);

    /**
     * Destroys a user's key, so that everything sealed with it is noise from now on.
     *
     * @return whether there was a key
     */
    boolean destroy(String userId);
}
