package org.byenatos.security.key;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA-256, RFC 5869. */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";
    private static final int BLOCK = 32;

    private Hkdf() {}

    /**
     * Extracts and expands.
     *
     * @param secret the input keying material
     * @param salt may be empty
     * @param info what the result is for
     * @param length how many bytes, 1..8160
     */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > 255 * BLOCK) {
            throw new IllegalArgumentException("length is not in 1..8160");
        }
        byte[] pseudorandom = hmac(salt.length == 0 ? new byte[BLOCK] : salt, secret);
        byte[] out = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, count = 1; done < length; done += BLOCK, count++) {
            block = hmac(pseudorandom, block, info, new byte[] {(byte) count});
            System.arraycopy(block, 0, out, done, Math.min(BLOCK, length - done));
        }
        Arrays.fill(pseudorandom, (byte) 0);
        return out;
    }

    /** HMAC-SHA-256 over the parts, one after the other. */
    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java runtime lacks " + HMAC, impossible);
        }
    }
}
