package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.security.UserCipher;

/**
 * What a file of a user's keys holds: version, kind, which wrapping key, and the keys sealed under it. Files of before
 * the keyring hold one key, sealed and nothing else; sealed once more they are of the legacy kind until they are used.
 *
 * @param legacy whether the sealed content is such an older file
 * @param generation which key wraps it
 * @param sealed the rest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, read once
record WrappedKeys(boolean legacy, int generation, byte[] sealed) {

    private static final byte VERSION = 2;
    private static final byte KEYS = 1;
    private static final byte LEGACY = 2;
    private static final int HEADER = 6;
    private static final int UNWRAPPED_LEGACY = MasterKey.BYTES + UserCipher.OVERHEAD;

    /** Whether a file is of before the keyring; no other has its length. */
    static boolean isUnwrappedLegacy(byte[] content) {
        return content.length == UNWRAPPED_LEGACY;
    }

    /** Reads a file; empty if it is none. */
    static Optional<WrappedKeys> parse(byte[] content) {
        if (content.length <= HEADER || content[0] != VERSION) {
            return Optional.empty();
        }
        int generation = ByteBuffer.wrap(content).getInt(2);
        byte[] sealed = Arrays.copyOfRange(content, HEADER, content.length);
        return content[1] == KEYS || content[1] == LEGACY
                ? Optional.of(new WrappedKeys(content[1] == LEGACY, generation, sealed))
                : Optional.empty();
    }

    /** The content of a file. */
    static byte[] wrap(boolean legacy, int generation, byte[] plain, String name, AesGcm key) {
        byte[] header = header(legacy, generation);
        byte[] sealed = key.seal(plain, boundTo(header, name));
        return ByteBuffer.allocate(HEADER + sealed.length)
                .put(header)
                .put(sealed)
                .array();
    }

    /** What is inside. */
    byte[] open(AesGcm key, String name) {
        return key.open(sealed, boundTo(header(legacy, generation), name));
    }

    /** Keys one after the other. */
    static byte[] join(List<byte[]> keys) {
        ByteBuffer all = ByteBuffer.allocate(keys.size() * MasterKey.BYTES);
        keys.forEach(all::put);
        return all.array();
    }

    /** The opposite of {@link #join}. */
    static List<byte[]> split(byte[] all) {
        List<byte[]> keys = new ArrayList<>();
        for (int at = 0; at < all.length; at += MasterKey.BYTES) {
            keys.add(Arrays.copyOfRange(all, at, at + MasterKey.BYTES));
        }
        return keys;
    }

    private static byte[] header(boolean legacy, int generation) {
        return ByteBuffer.allocate(HEADER)
                .put(VERSION)
                .put(legacy ? LEGACY : KEYS)
                .putInt(generation)
                .array();
    }

    private static byte[] boundTo(byte[] header, String name) {
        byte[] bytes = ("user-keys/" + name).getBytes(UTF_8);
        return ByteBuffer.allocate(header.length + bytes.length)
                .put(header)
                .put(bytes)
                .array();
    }
}
