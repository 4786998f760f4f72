package org.byenatos.datafilesystem;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;

/** A vault in memory that encrypts for real; its keys live as long as it does. */
public final class JceVault implements KeyVault {
    private static final int NONCE = 12;

    private final SecureRandom random = new SecureRandom();
    private final byte[] databaseKey = bytes(32);
    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    @Override
    public byte[] databaseKey() {
        return databaseKey.clone();
    }

    @Override
    public UserCipher cipher(String userId) {
        return new GcmCipher(keys.computeIfAbsent(userId, user -> new SecretKeySpec(bytes(32), "AES")));
    }

    @Override
    public boolean destroy(String userId) {
        return keys.remove(userId) != null;
    }

    /** Whether a key was made for this user. */
    public boolean knows(String userId) {
        return keys.containsKey(userId);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private final class GcmCipher implements UserCipher {
        private final SecretKeySpec key;

        GcmCipher(SecretKeySpec key) {
            this.key = key;
        }

        @Override
        public byte[] seal(byte[] plaintext, byte[] associatedData) {
            byte[] nonce = bytes(NONCE);
            try {
                byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, associatedData).doFinal(plaintext);
                return ByteBuffer.allocate(NONCE + text.length)
                        .put(nonce)
                        .put(text)
                        .array();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] open(byte[] sealed, byte[] associatedData) {
            try {
                return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), associatedData)
                        .doFinal(sealed, NONCE, sealed.length - NONCE);
            } catch (GeneralSecurityException e) {
                throw new StorageException("A sealed text does not open.", e);
            }
        }

        private Cipher cipher(int mode, byte[] nonce, byte[] associatedData) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(associatedData);
            return cipher;
        }
    }
}
