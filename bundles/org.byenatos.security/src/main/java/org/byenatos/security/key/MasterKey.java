package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** The key that all others of a home hang on. Nothing is encrypted with it; keys for each purpose are derived from it. */
final class MasterKey {

    /** How long it is. */
    static final int BYTES = 32;

    private static final byte[] NO_SALT = {};

    private final byte[] secret;

    /** @param secret 32 random bytes */
    MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes");
        }
        this.secret = secret.clone();
    }

    /** The key for a purpose, 32 bytes. Different purposes tell nothing about one another or the master key. */
    byte[] derive(String purpose) {
        return Hkdf.derive(secret, NO_SALT, ("byenatos/1/" + purpose).getBytes(UTF_8), BYTES);
    }

    /** A value that tells this key from others and tells nothing else about it. */
    String checkValue() {
        return HexFormat.of().formatHex(derive("check"));
    }

    /** The key in hexadecimal, for its file alone. */
    String hex() {
        return HexFormat.of().formatHex(secret);
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
