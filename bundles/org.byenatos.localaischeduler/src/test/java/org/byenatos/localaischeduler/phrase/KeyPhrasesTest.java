package org.byenatos.localaischeduler.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.byenatos.localaischeduler.Texts;
import org.byenatos.localaischeduler.text.CommonHan;
import org.byenatos.localaischeduler.text.StopWords;
import org.junit.jupiter.api.Test;

class KeyPhrasesTest {

    private static final KeyPhrases PHRASES = new KeyPhrases(new StopWords(), new CommonHan());

    @Test
    void findsWhatAnEnglishTextIsAbout() {
        assertThat(texts(Texts.BEAVERS, "en", 10))
                .contains("beaver dam", "survey")
                .anyMatch(p -> p.contains("drought"));
        assertThat(texts(Texts.BEAVERS, "en", 20)).contains("maize fields", "upper Mulde", "heavy rain");
        assertThat(texts(Texts.BEAVERS, "en", 20)).doesNotContain("first", "more", "says", "pleased at first");
    }

    @Test
    void findsWhatAChineseTextIsAboutWithoutADictionary() {
        assertThat(texts(Texts.SLEEP, "zh", 6)).contains("噪声", "深度睡眠", "隔音窗");
        assertThat(texts(Texts.SLEEP, "zh", 12)).contains("传感器", "货车").doesNotContain("因为", "不过", "的人");
    }

    @Test
    void findsPhrasesInShortNotes() {
        assertThat(texts("Otter draws 38 µA asleep. R41 pulls the radar data line up to the always-on rail.", "en", 5))
                .contains("Otter", "R41", "radar data line", "always-on rail");
        assertThat(texts("爸今天去查了，右眼白内障，左眼也开始了。医生说右眼先做。", "zh", 3)).containsExactlyInAnyOrder("右眼", "白内障", "左眼");
        assertThat(texts("楼下修手风琴的老先生送来一盆薄荷，我的家在乌得勒支。", "zh", 5)).contains("薄荷", "乌得勒支");
    }

    @Test
    void knowsTheStopWordsOfOtherLanguages() {
        assertThat(texts(
                        "Der neue Pegel an der Mulde ist aus Edelstahl, und der Pegel wird im August geprüft.",
                        "de",
                        4))
                .contains("Pegel", "Mulde", "Edelstahl");
        assertThat(texts("La réunion du conseil municipal est reportée à cause de la grève des trains.", "fr", 5))
                .contains("conseil municipal", "réunion", "trains");
        assertThat(texts("我们用 Lucene 做全文检索", "zh", 5)).contains("Lucene", "全文检索");
    }

    @Test
    void takesPluralsTogether() {
        assertThat(texts("River gauges are robust. A river gauge needs little care.", "en", 1))
                .containsExactly("River gauges");
    }

    @Test
    void scoresFallFromOne() {
        List<Phrase> found = PHRASES.of(Texts.BEAVERS, "en", 10);
        assertThat(found).hasSize(10);
        assertThat(found.get(0).score()).isEqualTo(1);
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(found).allMatch(phrase -> phrase.score() > 0);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(PHRASES.of("", "und", 5)).isEmpty();
        assertThat(PHRASES.of("... and so on, 12 of them", "en", 5)).isEmpty();
        assertThat(PHRASES.of("是的，我们都在。", "zh", 5)).isEmpty();
    }

    @Property(tries = 300)
    void phrasesStandInTheText(@ForAll String text, @ForAll @IntRange(min = 1, max = 20) int max) {
        List<Phrase> found = PHRASES.of(text, "en", max);
        assertThat(found).hasSizeLessThanOrEqualTo(max).isEqualTo(PHRASES.of(text, "en", max));
        assertThat(found).allSatisfy(phrase -> {
            for (String word : phrase.text().split(" ")) {
                assertThat(text.toLowerCase(Locale.ROOT)).contains(word.toLowerCase(Locale.ROOT));
            }
        });
    }

    private static List<String> texts(String text, String language, int max) {
        return PHRASES.of(text, language, max).stream().map(Phrase::text).toList();
    }
}
