package org.byenatos.security.key;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.UserCipher;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM under one key, with a random nonce of 96 bits per text: safe for 2^32 texts per key (NIST SP 800-38D,
 * 8.3). Thread-safe.
 */
final class AesGcm implements UserCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final GcmEngine engine;
    private volatile @Nullable SecretKey key;

    /**
     * @param key 32 bytes
     * @param engine makes ciphers and nonces
     */
    AesGcm(byte[] key, GcmEngine engine) {
        this.key = new SecretKeySpec(key, "AES");
        this.engine = engine;
    }

    @Override
    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        byte[] sealed = new byte[plaintext.length + OVERHEAD];
        engine.nonce(sealed, NONCE);
        try {
            Cipher cipher = engine.cipher();
            cipher.init(Cipher.ENCRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(associatedData);
            cipher.doFinal(plaintext, 0, plaintext.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM failed", impossible);
        }
    }

    @Override
    public byte[] open(byte[] sealed, byte[] associatedData) {
        if (sealed.length < OVERHEAD) {
            throw new StorageException("A sealed text is cut short; restore it from a backup.");
        }
        try {
            Cipher cipher = engine.cipher();
            cipher.init(Cipher.DECRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException changed) {
            throw new StorageException(
                    "A sealed text was changed, moved or sealed under another key; restore it from a backup.", changed);
        }
    }

    /** Forgets the key: nothing can be sealed or opened from now on. */
    void destroy() {
        key = null;
    }

    private SecretKey key() {
        SecretKey present = key;
        if (present == null) {
            throw new StorageException("The key of this user was destroyed; what it sealed cannot be read any more.");
        }
        return present;
    }
}
