package org.byenatos.localaischeduler.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.byenatos.api.error.InvalidInputException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    private static final Tokens TOKENS = new Tokens();
    private static final EncodingRegistry JTOKKIT = Encodings.newLazyEncodingRegistry();

    /** Counts that OpenAI publishes in its cookbook, "How to count tokens with tiktoken". */
    @ParameterizedTest
    @CsvSource({
        "antidisestablishmentarianism, r50k_base, 5",
        "antidisestablishmentarianism, p50k_base, 5",
        "antidisestablishmentarianism, cl100k_base, 6",
        "antidisestablishmentarianism, o200k_base, 6",
        "2 + 2 = 4, r50k_base, 5",
        "2 + 2 = 4, p50k_base, 5",
        "2 + 2 = 4, cl100k_base, 7",
        "2 + 2 = 4, o200k_base, 7",
        "お誕生日おめでとう, r50k_base, 14",
        "お誕生日おめでとう, p50k_base, 14",
        "お誕生日おめでとう, cl100k_base, 9",
        "お誕生日おめでとう, o200k_base, 8",
        "tiktoken is great!, cl100k_base, 6",
        "tiktoken is great!, o200k_base, 6",
    })
    void countsAsPublished(String text, String encoding, int tokens) {
        assertThat(TOKENS.count(text, encoding)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({
        "o200k_base",
        "cl100k_base",
        "p50k_base",
        "p50k_edit",
        "r50k_base",
    })
    void countsLikeTheReference(String encoding) {
        for (String text : Samples.TEXTS) {
            assertThat(TOKENS.count(text, encoding)).as(text).isEqualTo(reference(text, encoding));
        }
    }

    @Property(tries = 2000)
    void countsAnyTextLikeTheReference(@ForAll("texts") String text) {
        assertThat(TOKENS.count(text, "o200k_base")).isEqualTo(reference(text, "o200k_base"));
        assertThat(TOKENS.count(text, "cl100k_base")).isEqualTo(reference(text, "cl100k_base"));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(60).map(TokensTest::wellFormed);
        Arbitrary<String> wordlike = Arbitraries.strings()
                .withChars("abcdeEIOtTsS'  \n\r\t.,/-1290éßñ的一是在我们今天，。！😀👍🏽👨‍👩‍👧あのアрив")
                .ofMaxLength(200);
        return Arbitraries.oneOf(anything, wordlike.map(TokensTest::wellFormed));
    }

    /** The reference refuses halves of surrogate pairs in some encodings. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Test
    void countsHalvesOfSurrogatePairs() {
        assertThat(TOKENS.count("a\ud800b", "cl100k_base")).isEqualTo(TOKENS.count("a?b", "cl100k_base"));
    }

    @Test
    void takesSpecialTokensForOrdinaryText() {
        assertThat(TOKENS.count("<|endoftext|>", "o200k_base")).isGreaterThan(1);
        assertThat(TOKENS.count("a<|endofprompt|>b", "cl100k_base"))
                .isEqualTo(JTOKKIT.getEncoding("cl100k_base").orElseThrow().countTokensOrdinary("a<|endofprompt|>b"));
    }

    @Test
    void countsOnePieceWithoutEndInTime() {
        String letters = "ab".repeat(50_000);
        String han = "今天去查了右眼".repeat(10_000);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(TOKENS.count(letters, "o200k_base")).isBetween(10_000, 100_000);
            assertThat(TOKENS.count(han, "o200k_base")).isEqualTo(reference(han, "o200k_base"));
        });
    }

    @Test
    void nothingHasNoTokens() {
        assertThat(TOKENS.count("", "o200k_base")).isZero();
    }

    @Test
    void namesTheEncodings() {
        assertThat(TOKENS.encodings())
                .containsExactly("cl100k_base", "o200k_base", "p50k_base", "p50k_edit", "r50k_base");
        assertThatThrownBy(() -> TOKENS.count("a", "gpt-9"))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                        .singleElement()
                        .satisfies(v -> assertThat(v.pointer()).isEqualTo("/encoding")));
    }

    private static int reference(String text, String encoding) {
        return JTOKKIT.getEncoding(encoding).orElseThrow().countTokensOrdinary(text);
    }

    private static final class Samples {

        static final String[] TEXTS = {
            "Hello, world! It's 2026, and she'll pay $1,234.56 — \"really\"?",
            "    def f(x):\n\t\treturn x**2  # squared\r\n\r\n\r\n   ",
            "爸今天去查了，右眼白内障，左眼也开始了。医生说右眼先做。",
            "MIXED 中英文 text with Ünïcödé, naïve café, ΑΒΓ и кириллица.",
            "👩‍🚀🧑🏽‍🔬🇩🇪 emoji 🙂🙂🙂 and flags",
            "https://example.org/a/b/c?x=1&y=%20#frag ///\n//",
            "\u0000\u0001\u2028\u00a0\u3000 controls",
            "I'M YOU'RE DON'T he'd'S ſ'ſ",
            "١٢٣٤٥ ⅷ ½ 12345678901234567890",
        };
    }
}
