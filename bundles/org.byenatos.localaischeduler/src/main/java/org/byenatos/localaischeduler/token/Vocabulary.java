package org.byenatos.localaischeduler.token;

import com.knuddels.jtokkit.Encodings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * The byte-pair encodings of OpenAI's models: by which pattern each cuts a text into pieces, and where its ranks lie.
 * The patterns are those of tiktoken's {@code openai_public.py}; the ranks are jtokkit's resources, read from its own
 * class loader.
 */
enum Vocabulary {
    CL100K_BASE("cl100k_base", Patterns.CL100K),
    O200K_BASE("o200k_base", Patterns.O200K),
    P50K_BASE("p50k_base", Patterns.GPT2),
    P50K_EDIT("p50k_base", Patterns.GPT2),
    R50K_BASE("r50k_base", Patterns.GPT2);

    private final String ranks;
    private final String pattern;

    Vocabulary(String ranks, String pattern) {
        this.ranks = ranks;
        this.pattern = pattern;
    }

    /** The pattern that every piece matches; pieces cover the whole text. */
    Pattern pieces() {
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Reads the ranks. */
    RankTable ranks() {
        String name = ranks + ".tiktoken";
        try (InputStream in = Encodings.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("jtokkit holds no " + name);
            }
            return RankTableReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static final class Patterns {

        static final String GPT2 = "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
        static final String CL100K = "(?i:'(?:[sdmt]|ll|ve|re))|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
                + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
        private static final String UPPER = "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]";
        private static final String LOWER = "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]";
        private static final String SUFFIX = "(?i:'s|'t|'re|'ve|'m|'ll|'d)?";
        static final String O200K = "[^\\r\\n\\p{L}\\p{N}]?" + UPPER + "*" + LOWER + "+" + SUFFIX
                + "|[^\\r\\n\\p{L}\\p{N}]?" + UPPER + "+" + LOWER + "*" + SUFFIX
                + "|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

        private Patterns() {}
    }
}
