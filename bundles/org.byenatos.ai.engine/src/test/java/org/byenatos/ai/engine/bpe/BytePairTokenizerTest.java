package org.byenatos.ai.engine.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.byenatos.ai.engine.EngineForTests;
import org.byenatos.ai.engine.text.TextTokenizer;
import org.byenatos.api.ai.model.ModelInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in model's tokenizer gives what Hugging Face's native one gives for the same file. */
class BytePairTokenizerTest {

    private static final Path FILE = Path.of("..", "..", "models", "byenatos-static-v1", "tokenizer.json");
    private static final Path DEMO = Path.of("..", "..", "config", "demo");
    private static final int MOST = 512;
    private static final String REPLACEMENT = "\ufffd";

    /**
     * Marks and composed characters that Unicode got after version 9, where the original's tables for folding end: it leaves
     * them as they are. Ranges in hexadecimal digits.
     */
    private static final Set<Integer> NEWER = ranges("""
            7fd 8d3 9fe afa-aff b55 c04 d00 d3b-d3c d81 eba 1abf-1ac0 1cf2-1cf3 1cf7 1df6-1df9 32ff a82c a8ff
            ab69 10d24-10d27 10eab-10eac 10f46-10f50 11145-11146 111c9 111ce-111cf 1133b 1145e 1182c-1183a
            11930-11935 11937-11938 1193b-1193e 11940 11942-11943 119d1-119d7 119da-119e0 119e4 11a01-11a0a
            11a33-11a39 11a3b-11a3e 11a47 11a51-11a5b 11a8a-11a99 11d31-11d36 11d3a 11d3c-11d3d 11d3f-11d45
            11d47 11d8a-11d8e 11d90-11d91 11d93-11d97 11ef3-11ef6 16f4f 16f7f-16f87 16fe2 16fe4 16ff0-16ff1
            1e130-1e136 1e2ec-1e2ef 1f16c 1fbf0-1fbf9""");

    /** So many more at most does a JDK know that knows Unicode better than Java 17 does. */
    private static final int STILL_NEWER = 500;

    private static BytePairTokenizer tokenizer;
    private static TextTokenizer original;
    private static Set<Integer> different;

    @BeforeAll
    @BeforeContainer
    static void open() throws IOException {
        tokenizer = BytePairTokenizer.open(FILE);
        original = EngineForTests.nativeTokenizer(FILE, MOST);
        different = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(BytePairTokenizerTest::known)
                .filter(character ->
                        !Arrays.equals(ids(Character.toString(character)), originalIds(Character.toString(character))))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    @AfterAll
    @AfterContainer
    static void close() {
        original.close();
    }

    static Stream<String> demo() throws IOException {
        try (Stream<Path> files = Files.list(DEMO)) {
            return files.sorted().flatMap(BytePairTokenizerTest::lines).toList().stream();
        }
    }

    @Test
    void everyLineOfTheDemo() throws IOException {
        List<String> lines = demo().toList();
        assertThat(lines).hasSizeGreaterThan(300).allSatisfy(BytePairTokenizerTest::same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?! … ——「」，。",
                "🙂👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇨🇳 #️⃣",
                "cafe\u0301 café ÀÉÎ a\u0323\u0307 a\u0307\u0323 \u0301alone \u0301\u0302",
                "ΟΔΟΣ ὈΔΥΣΣΕΎΣ σς Σ",
                "İstanbul ISTANBUL ıI i̇",
                "한국어 각 ㄱㅏ ㅎㅏㄴ 가ㄳ \u1100\u1161\u11a8 \u1100\u1161 \u11a8 가\u11a8 가\u0301\u11a8 ﾡￂ \u1100\u0301\u1161",
                "ＦＵＬＬ　ｗｉｄｔｈ １２３ ﾊﾝｶｸ ｶﾞ が ガ",
                "漢字臺灣龍門 汉字台湾龙门 兩輛 两辆 裏裡里 乾干幹",
                "𠀀𠮷𪚥 龘 〇々 〡〢 1〡2 ⼀⺀ 豈 﨑",
                "0123456789 ٠١٢٣ ०१२ ４５ ⅷ ½ ① 一二三 1234567890123456789012345678901234567890",
                "ﬁ ﬄ ㏒ ™ ℃ № ㈱ ㍿ ǆ Ǆ ẞ ß ſ K Å Ω",
                "नमस्ते สวัสดี مرحبًا שָׁלוֹם Привет ёЁйЙ ქართული Ꭰꭰ Ω",
                "a\u200bb a\u00adb a\ufeffb \u0000 a\u0000b \u202eabc \t\n\r x",
                "don't re-enter e.g. 3.14 C++ C# $5 €5 x=y a+b < > | ~ ^ ` ¨ ´",
                "1e\u20dd 2\u0308 ٣\u064b $\u0338 =\u0338 ≠ ≮ ⅓\u0301",
                "Ⅷ ⓐ ⒜ 𝕳𝖊𝖑𝖑𝖔 𝟘𝟙 🅰 🄰 𐐀 𐐨 𞤀"
            })
    void hardTexts(String text) {
        same(text);
    }

    static Stream<String> longTexts() {
        return Stream.of("a", "长", "1", "$", "é", "ﬁ", "😀", "龘", "가", "\u0301", "ab ", "…", "ﷺ")
                .flatMap(part -> IntStream.of(23, 24, 25, 47, 48, 49, 63, 64, 65, 200, 511, 512, 513, 40_000)
                        .mapToObj(part::repeat));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void longWordsAndTexts(String text) {
        same(text);
        same("x" + text + "长");
    }

    /** Rust's texts cannot have them; what replaces them is a character of its own. */
    @Test
    void surrogatesAloneAreReplacementCharacters() {
        assertThat(ids("a\ud83db \udc00")).isEqualTo(originalIds("a" + REPLACEMENT + "b " + REPLACEMENT));
        assertThat(ids("\ud83d")).isEqualTo(originalIds(REPLACEMENT));
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_17)
    void everyCharacterAloneButThoseThatTheOriginalDoesNotKnow() {
        assertThat(different).isEqualTo(NEWER);
    }

    @Test
    void nearlyEveryCharacterAloneOnNewerPlatforms() {
        assertThat(different).hasSizeLessThan(NEWER.size() + STILL_NEWER);
    }

    @Property(tries = 5000)
    void textsOfAnyCharacters(@ForAll("texts") String text) {
        same(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> any =
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT).filter(BytePairTokenizerTest::knownToBoth);
        Arbitrary<Integer> common = Arbitraries.of(List.of(
                0x20, 0x61, 0x65, 0x300, 0x323, 0x345, 0x3a3, 0x1100, 0x1161, 0x11a8, 0x3131, 0xac00, 0x4e00, 0x31));
        Arbitrary<Integer> some = Arbitraries.integers().between(0x20, 0x52f);
        Arbitrary<Integer> marks = Arbitraries.integers().between(0x300, 0x36f);
        Arbitrary<Integer> jamo = Arbitraries.integers().between(0x1100, 0x11ff);
        Arbitrary<Integer> korean = Arbitraries.integers().between(0xac00, 0xd7a3);
        Arbitrary<Integer> chinese = Arbitraries.integers().between(0x4e00, 0x9ffc);
        return Arbitraries.oneOf(
                        any, common, some.filter(BytePairTokenizerTest::knownToBoth), marks, jamo, korean, chinese)
                .list()
                .ofMaxSize(60)
                .map(characters -> characters.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static boolean known(int character) {
        int type = Character.getType(character);
        return type != Character.UNASSIGNED && type != Character.SURROGATE;
    }

    private static boolean knownToBoth(int character) {
        return known(character) && !different.contains(character);
    }

    private static Set<Integer> ranges(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .map(range -> range.split("-"))
                .flatMapToInt(range -> IntStream.rangeClosed(
                        Integer.parseInt(range[0], 16), Integer.parseInt(range[range.length - 1], 16)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void same(String text) {
        assertThat(ids(text)).as(text).isEqualTo(originalIds(text));
    }

    private static long[] ids(String text) {
        Tokens tokens = new Tokens();
        tokenizer.read(text, MOST, tokens);
        return IntStream.range(0, tokens.size()).mapToLong(tokens::id).toArray();
    }

    private static long[] originalIds(String text) {
        return original.encode(new ModelInput(text)).ids();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
