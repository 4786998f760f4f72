package org.byenatos.datafilesystem;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;

/** A vault in memory that encrypts for real; its keys live as long as it does, unless they are given. */
public final class JceVault implements KeyVault {
    private static final int NONCE = 12;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] USUAL_DATABASE_KEY = bytes(32);

    private final byte[] databaseKey;
    private final Supplier<byte[]> userKeys;
    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    /** A vault with no users' keys yet, and the database key that all of them share in one run. */
    public JceVault() {
        this(USUAL_DATABASE_KEY, () -> bytes(32));
    }

    private JceVault(byte[] databaseKey, Supplier<byte[]> userKeys) {
        this.databaseKey = databaseKey;
        this.userKeys = userKeys;
    }

    /** A vault with one key for everything, the same in every process. */
    public static JceVault withKey(byte[] key) {
        return new JceVault(key, () -> key);
    }

    /** A vault that has nothing to do with any other. */
    public static JceVault ofAnotherHome() {
        return new JceVault(bytes(32), () -> bytes(32));
    }

    boolean hasUsualDatabaseKey() {
        return databaseKey == USUAL_DATABASE_KEY;
    }

    @Override
    public byte[] databaseKey() {
        return databaseKey.clone();
    }

    @Override
    public UserCipher cipher(String userId) {
        return new GcmCipher(keys.computeIfAbsent(userId, user -> new SecretKeySpec(userKeys.get(), "AES")));
    }

    @Override
    public boolean destroy(String userId) {
        return keys.remove(userId) != null;
    }

    @Override
    public boolean holds(String userId) {
        return knows(userId);
    }

    /** Whether a key was made for this user. */
    public boolean knows(String userId) {
        return keys.containsKey(userId);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
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
