package org.byenatos.security.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;

/**
 * Ciphers, one per thread, and nonces. What stays in a thread when this bundle goes is a {@link Cipher} alone, a class of
 * the JDK: no class loader of ours is held by it. Thread-safe.
 */
final class GcmEngine {

    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(GcmEngine::make);
    private final SecureRandom random = new SecureRandom();

    /** This thread's cipher, to be initialised before use. */
    Cipher cipher() {
        return ciphers.get();
    }

    /** Puts a fresh nonce at the beginning of a text. */
    void nonce(byte[] target, int length) {
        byte[] nonce = new byte[length];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, target, 0, length);
    }

    /** A new key of 32 bytes. */
    byte[] newKey() {
        byte[] key = new byte[MasterKey.BYTES];
        random.nextBytes(key);
        return key;
    }

    private static Cipher make() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java runtime lacks AES-GCM", impossible);
        }
    }
}
