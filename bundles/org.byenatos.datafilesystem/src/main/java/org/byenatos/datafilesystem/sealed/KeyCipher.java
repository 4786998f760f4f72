package org.byenatos.datafilesystem.sealed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.UserCipher;

/** AES-256-GCM under a key of its own for each file, derived from the database's key and the file's salt by HMAC-SHA-256. */
public final class KeyCipher implements UserCipher {

    /** How many random bytes make a file's key its own. */
    public static final int SALT = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "byenatos/1/backup".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param databaseKey wiped
     * @param salt of the file
     */
    public KeyCipher(byte[] databaseKey, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(databaseKey, "HmacSHA256"));
            mac.update(PURPOSE);
            this.key = new SecretKeySpec(mac.doFinal(salt), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no HmacSHA256.", impossible);
        } finally {
            Arrays.fill(databaseKey, (byte) 0);
        }
    }

    @Override
    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        byte[] sealed = new byte[plaintext.length + OVERHEAD];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, associatedData).doFinal(plaintext, 0, plaintext.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM failed", impossible);
        }
    }

    @Override
    public byte[] open(byte[] sealed, byte[] associatedData) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), associatedData)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException changed) {
            throw new StorageException("The file was changed or cut short, or it was sealed by another home.", changed);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] associatedData) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associatedData);
        return cipher;
    }
}
