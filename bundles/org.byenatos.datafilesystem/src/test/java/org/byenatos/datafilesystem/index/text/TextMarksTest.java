package org.byenatos.datafilesystem.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMarksTest {

    @ParameterizedTest
    @ValueSource(strings = {"How are you?", "你去过上海吗", "几点见？ ", "Fine. And you?\n"})
    void knowsWhatEndsWithAQuestion(String text) {
        byte marks = TextMarks.of(text);
        assertThat(TextMarks.asks(marks)).isTrue();
        assertThat(TextMarks.endsAsking(marks)).isTrue();
    }

    @Test
    void knowsWhatAsksAndGoesOn() {
        byte marks = TextMarks.of("How are you? I'm fine.");
        assertThat(TextMarks.asks(marks)).isTrue();
        assertThat(TextMarks.endsAsking(marks)).isFalse();
    }

    @Test
    void aStatementDoesNotAsk() {
        assertThat(TextMarks.asks(TextMarks.of("We won."))).isFalse();
        assertThat(TextMarks.asks(TextMarks.of(""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "QUANTITY, How long have you had them when you count?",
        "QUANTITY, 他有多少本书",
        "QUANTITY, 我养了几只猫",
        "TIME, When did we move?",
        "TIME, Which year was it?",
        "TIME, 我几号出发",
        "TIME, 什么时候开会",
        "NAME, Who gave me the book?",
        "NAME, What is the title of that film?",
        "NAME, 我在哪里出生",
        ", What did I like about it?",
        ", 我喜欢吃什么"
    })
    void knowsTheKindOfAnswerThatIsAskedFor(AnswerKind kind, String question) {
        assertThat(AnswerKind.askedBy(question)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "QUANTITY, I've had them for three years.",
        "QUANTITY, 我养了两只猫，跑了10公里",
        "TIME, We went there last Friday.",
        "TIME, 昨天搬家",
        "NAME, It was in Seattle.",
        "NAME, 我在读《三体》"
    })
    void knowsWhatSeemsToHoldIt(AnswerKind kind, String text) {
        assertThat(TextMarks.holds(TextMarks.of(text), kind)).isTrue();
    }

    @Test
    void oneMarkIsNotAnother() {
        byte marks = TextMarks.of("it was lovely");
        for (AnswerKind kind : AnswerKind.values()) {
            assertThat(TextMarks.holds(marks, kind)).as(kind.name()).isFalse();
        }
        assertThat(TextMarks.holds(TextMarks.of("I saw it in Seattle"), AnswerKind.TIME))
                .isFalse();
    }

    @Test
    void ofALongTextTheBeginningCounts() {
        assertThat(TextMarks.asks(TextMarks.of("word ".repeat(1000) + "?"))).isFalse();
    }
}
