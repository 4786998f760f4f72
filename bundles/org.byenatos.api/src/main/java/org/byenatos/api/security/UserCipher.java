package org.byenatos.api.security;

import org.byenatos.api.error.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Encrypts what belongs to one user, with AES-256-GCM under that user's key. Thread-safe.
 */
@ProviderType
public interface UserCipher {

    /** By how many bytes a sealed text is longer than its plain text (nonce and tag). */
    int OVERHEAD = 28;

    /**
     * Encrypts.
     *
     * @param plaintext what to hide
     * @param associatedData what the result is bound to (user, record, revision, block …); needed again to open it
     * @return nonce, ciphertext and tag, {@value #OVERHEAD} bytes longer than the plain text
     */
    byte[] seal(byte[] plaintext, byte[] associatedData);

    /**
     * Decrypts.
     *
     * @throws StorageException if the text was changed, bound to something else, or sealed under another key
     */
    byte[] open(byte[] sealed, byte[] associatedData);
}
