package org.byenatos.security.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How far a chain of lines has come.
 *
 * @param sequence the number of the last line, 0 before the first
 * @param hash the SHA-256 of the last line in hexadecimal, zeros before the first
 */
record ChainPoint(long sequence, String hash) {

    /** Before the first line. */
    static final ChainPoint START = new ChainPoint(0, "0".repeat(64));

    /** The point after one more line (its bytes without the line's end). */
    ChainPoint after(byte[] line) {
        return at(sequence + 1, line);
    }

    /** The point at a line of a certain number. */
    static ChainPoint at(long sequence, byte[] line) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line);
            return new ChainPoint(sequence, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", impossible);
        }
    }
}
