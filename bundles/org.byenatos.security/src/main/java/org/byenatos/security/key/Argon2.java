package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A master key from a passphrase by Argon2id, RFC 9106, as Bouncy Castle has it.
 *
 * @param salt 16 random bytes in hexadecimal
 * @param memoryKib how much memory it takes
 * @param iterations how often it goes through it
 * @param parallelism how many lanes
 */
record Argon2(String salt, int memoryKib, int iterations, int parallelism) {

    /** OWASP's least, and what a heap of 96 MiB has room for. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int ITERATIONS = 2;
    private static final int SALT_BYTES = 16;
    private static final int MOST_MEMORY_KIB = 64 * 1024;
    private static final int MOST_ITERATIONS = 100;

    Argon2 {
        HexFormat.of().parseHex(salt);
        if (memoryKib < 8 || memoryKib > MOST_MEMORY_KIB || iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException("Argon2 parameters out of range");
        }
    }

    /** The parameters of a new passphrase. */
    static Argon2 fresh(GcmEngine engine) {
        String salt = HexFormat.of().formatHex(engine.newKey(), 0, SALT_BYTES);
        return new Argon2(salt, MEMORY_KIB, ITERATIONS, 1);
    }

    /** All of it in a line. */
    String text() {
        return "argon2id " + salt + " " + memoryKib + " " + iterations + " " + parallelism;
    }

    /** The key. Takes some tenths of a second; the passphrase is left as it is. */
    MasterKey derive(char[] passphrase) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(HexFormat.of().parseHex(salt))
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .build());
        byte[] text = bytes(passphrase);
        byte[] key = new byte[MasterKey.BYTES];
        generator.generateBytes(text, key);
        Arrays.fill(text, (byte) 0);
        return new MasterKey(key);
    }

    /** In normal form C, since keyboards differ in how they compose letters; the usual text needs no copy for it. */
    private static byte[] bytes(char[] passphrase) {
        CharSequence text = CharBuffer.wrap(passphrase);
        CharSequence normal = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        ByteBuffer encoded = UTF_8.encode(CharBuffer.wrap(normal));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.put(0, new byte[bytes.length]);
        return bytes;
    }
}
