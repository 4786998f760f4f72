package org.byenatos.localaischeduler.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.localaischeduler.Texts;
import org.byenatos.localaischeduler.complexity.Readability;
import org.byenatos.localaischeduler.language.LanguageDetector;
import org.byenatos.localaischeduler.phrase.KeyPhrases;
import org.byenatos.localaischeduler.sentiment.SentimentScale;
import org.byenatos.localaischeduler.summary.Summarizer;
import org.byenatos.localaischeduler.text.CommonHan;
import org.byenatos.localaischeduler.text.StopWords;
import org.junit.jupiter.api.Test;

class EnricherTest {

    private static final Instant AT = Instant.parse("2026-08-01T10:00:00Z");

    private final Enricher enricher = enricher();

    @Test
    void enrichesALongEnglishNote() {
        Enrichment made = enricher.enrich(record("beavers", Texts.BEAVERS, List.of("Beaver dam")), AT);

        assertThat(made.language()).isEqualTo("en");
        assertThat(made.complexityLevel()).isEqualTo("medium");
        assertThat(made.keyConcepts()).contains("beaver dam", "survey");
        assertThat(made.enhancedTags())
                .isNotEmpty()
                .doesNotContain("beaver dam")
                .hasSizeLessThanOrEqualTo(5);
        assertThat(made.recommendedHighlights()).hasSize(3).allMatch(highlight -> Texts.BEAVERS.contains(highlight));
        assertThat(made.model()).isEqualTo("test/1");
        assertThat(made.at()).isEqualTo(AT);
    }

    @Test
    void enrichesAShortChineseHighlight() {
        Enrichment made = enricher.enrich(record("右眼白内障，左眼也开始了。", "", List.of()), AT);

        assertThat(made.language()).isEqualTo("zh");
        assertThat(made.complexityLevel()).isNull();
        assertThat(made.recommendedHighlights()).isEmpty();
        assertThat(made.keyConcepts()).contains("左眼");
    }

    @Test
    void inventsNothingForARecordThatSaysNothing() {
        Enrichment made = enricher.enrich(record("12:30", "", List.of()), AT);

        assertThat(made)
                .isEqualTo(new Enrichment(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        "und",
                        null,
                        new Enrichment.Scores(0.009, 0.152, 0),
                        null,
                        null,
                        "test/1",
                        AT));
    }

    @Test
    void weighsWhatAPersonSaysOfThemselves() {
        Enrichment mine =
                enricher.enrich(record("", "I'm allergic to nuts, remember to tell the doctor.", List.of()), AT);
        Enrichment chinese = enricher.enrich(record("", "我打算下个月搬到上海，记得预约体检。", List.of()), AT);
        Enrichment page = enricher.enrich(record("The bridge was built in 1887.", "", List.of()), AT);

        assertThat(mine.scores().pspRelevance()).isEqualTo(1);
        assertThat(chinese.scores().pspRelevance()).isEqualTo(1);
        assertThat(page.scores().pspRelevance()).isZero();
        assertThat(mine.scores().priority()).isGreaterThan(page.scores().priority() + 0.4);
        assertThat(chinese.scores().priority()).isGreaterThan(page.scores().priority() + 0.4);
    }

    @Test
    void tellsTheMoodWhereThereIsOne() {
        assertThat(enricher.enrich(record("What a wonderful day!", "", List.of()), AT)
                        .sentiment()
                        .label())
                .isEqualTo("positive");
        assertThat(enricher.enrich(record("The bridge was built in 1887.", "", List.of()), AT)
                        .sentiment())
                .isNull();
    }

    @Test
    void givesTheSameRecordTheSame() {
        HinataRecord record = record("睡眠", Texts.SLEEP, List.of("健康"));

        assertThat(enricher.enrich(record, AT)).isEqualTo(enricher().enrich(record, AT));
    }

    private static Enricher enricher() {
        StopWords stopWords = new StopWords();
        CommonHan common = new CommonHan();
        return new Enricher(
                "test/1",
                new LanguageDetector(stopWords),
                new KeyPhrases(stopWords, common),
                new Summarizer(stopWords),
                new Readability(common),
                new SentimentScale());
    }

    private static HinataRecord record(String highlight, String note, List<String> tags) {
        return new HinataRecord("r", AT, "test", highlight, note, "", tags, Access.PRIVATE, null, null, null, null);
    }
}
