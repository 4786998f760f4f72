package org.byenatos.datafilesystem.index.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class QuestionReaderTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private final QuestionReader reader = new QuestionReader(new TextAnalyzer(), clock);
    private final AuthorNames names = new AuthorNames();

    @Test
    void asksForWhatTheQuestionIsAbout() {
        names.add("Caroline");
        Question question = reader.read("When did Caroline go to the pottery workshop last week?", names);
        assertThat(question.words()).containsOnlyKeys("go", "potteri", "workshop", "last", "week");
        assertThat(question.authors()).containsExactly("Caroline");
        assertThat(question.days()).hasSize(1);
        assertThat(question.parts()).isEmpty();
    }

    @Test
    void tellsHowTheQuestionWritesItsWords() {
        assertThat(reader.read("Who won the Pottery prizes?", names).written())
                .containsOnly(entry("win", "won"), entry("potteri", "Pottery"), entry("prize", "prizes"));
    }

    @Test
    void wordsThatAreNotWrittenApartAreNone() {
        assertThat(reader.read("Which 手机 did I like?", names).written()).isEmpty();
    }

    @Test
    void aQuestionOfANameAloneAsksForTheName() {
        names.add("Caroline");
        assertThat(reader.read("What about Caroline?", names).words()).containsOnlyKeys("carolin");
    }

    @Test
    void aQuestionOfCommonWordsAloneAsksForThem() {
        assertThat(reader.read("Who am I?", names).words()).containsOnlyKeys("who", "am", "i");
    }

    @Test
    void sentencesThatTellCountLess() {
        Question question = reader.read("The weather is fine. Which hotel did I like?", names);
        assertThat(question.words()).contains(entry("hotel", 1f), entry("like", 1f), entry("weather", 0.4f));
        assertThat(question.parts()).isEmpty();
    }

    @Test
    void severalQuestionsAreAskedOnTheirOwnToo() {
        Question question = reader.read("我的手机是什么型号？另外，我爸爸的生日是哪天？", names);
        assertThat(question.parts()).hasSize(2);
        assertThat(question.parts().get(0)).containsKey("手机").doesNotContainKey("生日");
        assertThat(question.parts().get(1)).containsKey("生日").doesNotContainKey("手机");
        assertThat(question.words()).containsKeys("手机", "生日");
    }

    @Test
    void withoutAnyQuestionEverySentenceCounts() {
        assertThat(reader.read("Pottery. Hotels.", names).words())
                .containsOnly(entry("potteri", 1f), entry("hotel", 1f));
    }

    @Test
    void endlessQuestionsAreBounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append("word").append(i).append(' ');
        }
        assertThat(reader.read(text.toString(), names).words()).hasSize(256);
    }

    @Test
    void nothingIsAskedByNothing() {
        assertThat(reader.read(" ?! ", names).words()).isEmpty();
    }
}
