package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import org.byenatos.api.error.StorageException;

/** The key that all others of a home hang on. Nothing is encrypted with it; keys for each purpose are derived from it. */
final class MasterKey {

    /** How long it is. */
    static final int BYTES = 32;

    private static final byte[] NO_SALT = {};

    private final byte[] secret;

    /** @param secret 32 random bytes, kept */
    MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes");
        }
        this.secret = secret;
    }

    /**
     * Reads a key of 64 hexadecimal digits.
     *
     * @param where it came from, for the message
     * @throws StorageException if it is none
     */
    static MasterKey parse(String text, String where) {
        try {
            return new MasterKey(HexFormat.of().parseHex(text.strip()));
        } catch (IllegalArgumentException damaged) {
            // The cause is left out: its message may quote characters of the key.
            throw new StorageException(
                    "The master key in " + where
                            + " is damaged: it must be 64 hexadecimal digits. Put it back from your backup; nothing was changed.");
        }
    }

    /** The key for a purpose, 32 bytes. Different purposes tell nothing about one another or the master key. */
    byte[] derive(String purpose) {
        return Hkdf.derive(secret, NO_SALT, ("byenatos/1/" + purpose).getBytes(UTF_8), BYTES);
    }

    /** The key in hexadecimal with the end of a line, for its file alone. */
    byte[] fileContent() {
        return (HexFormat.of().formatHex(secret) + "\n").getBytes(US_ASCII);
    }

    /** Forgets the key. */
    void wipe() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
