package org.byenatos.localaischeduler.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.byenatos.localaischeduler.Texts;
import org.byenatos.localaischeduler.text.Sentences;
import org.byenatos.localaischeduler.text.StopWords;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SummarizerTest {

    private final Summarizer summarizer = new Summarizer(new StopWords());

    @Test
    void choosesWhatAnEnglishTextTurnsOn() {
        List<String> summary = summarizer.summarize(Texts.BEAVERS, "en", 4);

        assertThat(summary).hasSize(4).isSubsetOf(Sentences.of(Texts.BEAVERS));
        assertThat(summary)
                .isSortedAccordingTo((a, b) -> Integer.compare(Texts.BEAVERS.indexOf(a), Texts.BEAVERS.indexOf(b)));
        assertThat(summary).anyMatch(s -> s.contains("survey")).anyMatch(s -> s.contains("dam"));
        assertThat(summary).noneMatch(s -> s.contains("thermos")).noneMatch(s -> s.contains("Children"));
    }

    @Test
    void choosesWhatAChineseTextTurnsOn() {
        List<String> summary = summarizer.summarize(Texts.SLEEP, "zh", 3);

        assertThat(summary).hasSize(3).isSubsetOf(Sentences.of(Texts.SLEEP));
        assertThat(summary).anyMatch(s -> s.contains("深度睡眠")).noneMatch(s -> s.contains("老人"));
    }

    @Test
    void takesNoSentenceTwice() {
        String text =
                "The dam stores much water. The dam stores much water! Fish live in the pond. Nobody owns a boat here.";
        assertThat(summarizer.summarize(text, "en", 2))
                .hasSize(2)
                .doesNotContainSequence("The dam stores much water.", "The dam stores much water!");
    }

    @Test
    void returnsShortTextsWhole() {
        assertThat(summarizer.summarize("One thing. Another.", "en", 3)).containsExactly("One thing.", "Another.");
        assertThat(summarizer.summarize("", "und", 3)).isEmpty();
        assertThat(summarizer.summarize("嗯。啊。哦。", "zh", 2)).hasSize(2);
    }

    @Test
    void takesTimeLinearInTheText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 100_000; i++) {
            text.append("Sentence number ")
                    .append(i)
                    .append(" is about dam ")
                    .append(i % 97)
                    .append(". ");
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(summarizer.summarize(text.toString(), "en", 3)).hasSize(3));
    }
}
