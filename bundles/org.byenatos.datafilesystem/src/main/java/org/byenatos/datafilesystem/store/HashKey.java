package org.byenatos.datafilesystem.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.byenatos.api.hinata.Access;
import org.jspecify.annotations.Nullable;

/**
 * A user's key for hashes (HMAC-SHA-256, cut) by which rows are found without their contents lying open. Hashes of
 * different kinds of things, and of different users, tell nothing about each other. Thread-safe.
 */
final class HashKey {
    static final int KEY_BYTES = 32;
    static final int CURSOR_BYTES = 8;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int MARK_BYTES = 3;

    /** Never fed: what is hashed is fed to a copy, which costs a tenth of a new one. */
    private final Mac keyed;

    /** A copy that nobody uses now; once it has given a hash it is as new. */
    private final AtomicReference<@Nullable Mac> spare = new AtomicReference<>();

    HashKey(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
        }
    }

    /** Of a record's id: long enough that no two records of a user share one. */
    byte[] id(String id) {
        return hash('i', Chars.bytes(id), ID_BYTES);
    }

    /** Of a thread; two may share one, so the reader looks again. */
    long thread(String thread) {
        return ByteBuffer.wrap(hash('t', Chars.bytes(thread), Long.BYTES)).getLong();
    }

    String app(String appId) {
        return mark('p', appId);
    }

    String access(Access access) {
        return mark('x', access.word());
    }

    String source(String source) {
        return mark('s', source);
    }

    String author(String author) {
        return mark('a', author);
    }

    String tag(String tag) {
        return mark('g', tag);
    }

    /** Of a position in a list. */
    byte[] cursor(byte[] position) {
        return hash('c', position, CURSOR_BYTES);
    }

    private String mark(char kind, String text) {
        return Marks.mark(hash(kind, Chars.bytes(text), MARK_BYTES));
    }

    private byte[] hash(char kind, byte[] data, int length) {
        try {
            Mac idle = spare.getAndSet(null);
            Mac mac = idle == null ? (Mac) keyed.clone() : idle;
            mac.update((byte) kind);
            byte[] hash = mac.doFinal(data);
            spare.set(mac);
            return Arrays.copyOf(hash, length);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java's " + ALGORITHM + " cannot be copied.", e);
        }
    }
}
