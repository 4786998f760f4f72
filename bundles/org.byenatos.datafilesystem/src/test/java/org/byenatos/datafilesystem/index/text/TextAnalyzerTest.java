package org.byenatos.datafilesystem.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextAnalyzerTest {
    private final TextAnalyzer analyzer = new TextAnalyzer();

    @Test
    void englishWordsMeetInTheirStem() {
        assertThat(analyzer.words("Painting the painted paintings")).containsExactly("paint", "the", "paint", "paint");
    }

    @Test
    void irregularFormsMeetTheirBase() {
        assertThat(analyzer.words("They WON and wrote to the children"))
                .isEqualTo(analyzer.words("They win and write to the child"));
        assertThat(analyzer.words("winning writing")).isEqualTo(analyzer.words("won written"));
        assertThat(analyzer.words("a rose, a bit")).containsExactly("a", "rose", "a", "bit");
    }

    @Test
    void possessivesAreDropped() {
        assertThat(analyzer.words("Caroline's mother’s garden")).containsExactly("carolin", "mother", "garden");
    }

    @Test
    void accentsAndWidthsAreFolded() {
        assertThat(analyzer.words("Café ＡＢＣ１２ Zoë")).isEqualTo(analyzer.words("cafe abc12 zoe"));
    }

    @Test
    void chineseGivesCharactersAndPairs() {
        assertThat(analyzer.words("我喜欢")).containsExactlyInAnyOrder("我", "喜", "欢", "我喜", "喜欢");
    }

    @Test
    void mixedTextKeepsBothKindsOfWords() {
        assertThat(analyzer.words("我用iPhone14拍照，很running"))
                .contains("我用", "iphone14", "拍照", "run")
                .doesNotContain("照很");
    }

    @Test
    void numbersAndAddressesAreWords() {
        assertThat(analyzer.words("call 13206366146 or a.b@example.org")).contains("13206366146", "example.org");
    }

    @Test
    void knowsSingleIdeographs() {
        assertThat(TextAnalyzer.isSingleIdeograph("我")).isTrue();
        assertThat(TextAnalyzer.isSingleIdeograph("\uD842\uDFB7")).isTrue();
        assertThat(TextAnalyzer.isSingleIdeograph("我们")).isFalse();
        assertThat(TextAnalyzer.isSingleIdeograph("a")).isFalse();
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(analyzer.words("")).isEmpty();
        assertThat(analyzer.words(" ,.!？ 👍")).allMatch(word -> !word.isBlank());
    }
}
