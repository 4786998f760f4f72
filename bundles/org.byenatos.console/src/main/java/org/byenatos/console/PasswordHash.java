package org.byenatos.console;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted, slow hash of a password: PBKDF2 with HMAC-SHA-256 (RFC 8018), 210,000 rounds.
 *
 * @param text the hash as it is stored: rounds, salt and key, apart by colons
 */
record PasswordHash(String text) {

    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;

    /** The hash of a new password. */
    static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] key = derive(password, salt, ROUNDS);
        return new PasswordHash(ROUNDS + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(key));
    }

    /** Whether this is the hash of a password; takes the same time whatever the password. */
    boolean matches(String password) {
        String[] parts = text.split(":", 3);
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] key = derive(password, base64.decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(key, base64.decode(parts[2]));
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
        }
    }

    /** The hash stays out of logs. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
