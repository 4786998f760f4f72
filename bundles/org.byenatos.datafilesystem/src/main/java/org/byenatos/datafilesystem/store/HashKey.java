package org.byenatos.datafilesystem.store;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A user's key for hashes (HMAC-SHA-256, cut) by which rows are found without their contents lying open. Hashes of
 * different kinds of things, and of different users, tell nothing about each other. Thread-safe.
 */
final class HashKey {
    static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONG = 16;
    private static final int MEDIUM = 8;
    private static final int SHORT = 4;
    private static final int TAG = 3;
    private static final byte[] NONE = {};

    private final SecretKeySpec key;

    HashKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Of a record's id: long enough that no two records of a user share one. */
    byte[] id(String id) {
        return hash('i', Chars.bytes(id), LONG);
    }

    /** Of what may be filtered by; the reader checks again, so a shared hash costs time and no more. */
    byte[] source(String source) {
        return hash('s', Chars.bytes(source), SHORT);
    }

    byte[] thread(String thread) {
        return hash('t', Chars.bytes(thread), MEDIUM);
    }

    byte[] tag(String tag) {
        return hash('g', Chars.bytes(tag), TAG);
    }

    byte[] author(String author) {
        return hash('a', Chars.bytes(author), SHORT);
    }

    /** What stands for a record without an author. */
    byte[] noAuthor() {
        return NONE;
    }

    byte[] cursor(byte[] position) {
        return hash('p', position, MEDIUM);
    }

    private byte[] hash(char kind, byte[] data, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((byte) kind);
            return Arrays.copyOf(mac.doFinal(data), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
        }
    }
}
