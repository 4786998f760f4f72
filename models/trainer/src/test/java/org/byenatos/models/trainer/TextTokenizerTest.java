package org.byenatos.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextTokenizerTest {
    private static Path folder;
    private static TextTokenizer tokenizer;

    @BeforeAll
    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("tokenizer");
        Path file = folder.resolve("tokenizer.json");
        TrainingTexts raw = new TrainingFolder(Toy.folder(folder)).read();
        Simplifier simplifier = Simplifier.learn(raw.bilingual());
        new TokenizerFile().write(Vocabulary.learn(simplifier.simplify(raw), simplifier, Toy.RECIPE), file);
        tokenizer = TextTokenizer.open(file);
    }

    @AfterAll
    @AfterContainer
    static void close() throws IOException {
        tokenizer.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        }
    }

    @Test
    void caseWidthAndAccentsAreFolded() {
        assertThat(tokenizer.tokens("ＫＩＴＣＨＥＮ Kítchèn kitchen")).containsExactly("kitchen", "kitchen", "kitchen");
    }

    @Test
    void chineseIsPartedWithoutSpaces() {
        assertThat(tokenizer.tokens("老园丁修理木船。")).contains("修理").doesNotContain("。");
    }

    @Test
    void traditionalCharactersAreTheSimplifiedOnes() {
        assertThat(tokenizer.encode("兩輛")).isEqualTo(tokenizer.encode("两辆")).hasSize(1);
    }

    @Test
    void charactersThatTheVocabularyLacksBecomeBytes() {
        assertThat(tokenizer.tokens("龘")).containsExactly("<0xE9>", "<0xBE>", "<0x98>");
        assertThat(tokenizer.tokens("😀")).hasSize(4);
    }

    @Test
    void punctuationAndNothingHaveNoTokens() {
        assertThat(tokenizer.tokens("?! … ——「」")).isEmpty();
        assertThat(tokenizer.tokens("")).isEmpty();
    }

    @Property(tries = 500)
    void noWordIsLost(@ForAll @StringLength(max = 40) String text) {
        StringBuilder words = new StringBuilder();
        Words.each(clean(text), words::append);
        assertThat(simplified(joined(tokenizer.tokens(clean(text))))).isEqualTo(simplified(words));
    }

    @Property(tries = 500)
    void wordByWordOrAtOnceIsTheSame(
            @ForAll
                    @CharRange(from = ' ', to = '~')
                    @CharRange(from = '一', to = '龥')
                    @CharRange(from = 'À', to = 'ÿ')
                    @StringLength(max = 120)
                    String text) {
        assertThat(tokenizer.byWords(text, 1000)).isEqualTo(tokenizer.encode(text));
    }

    @Test
    void whatIsNoTokenizerIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{}");
        assertThatThrownBy(() -> TextTokenizer.open(file)).isInstanceOf(TrainerException.class);
    }

    /** One spelling of what the two sides may leave as it is: they know different versions of Unicode. */
    private static String simplified(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('兩', '两')
                .replace('輛', '辆')
                .replace('邊', '边');
    }

    /** Characters of one Unicode version may be unknown to the other side's: these are left out. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC
                        || c < 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String joined(List<String> tokens) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String token : tokens) {
            if (token.matches("<0x[0-9A-F]{2}>")) {
                out.write(Integer.parseInt(token.substring(3, 5), 16));
            } else {
                out.writeBytes(token.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
