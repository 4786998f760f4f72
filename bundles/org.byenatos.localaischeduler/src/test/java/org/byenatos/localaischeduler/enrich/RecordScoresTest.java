package org.byenatos.localaischeduler.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordScoresTest {

    private static final Instant AT = Instant.parse("2026-07-01T00:00:00Z");

    private final RecordScores scores = new RecordScores();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I", "I'm", "I've", "I'd", "I'll", "My", "my", "Me", "me", "We", "we", "Our", "our", "Mine", "mine", "我"
            })
    void theFirstPersonSpeaks(String word) {
        assertThat(of(word).pspRelevance()).isEqualTo(0.45);
        assertThat(of("- " + word + " -").pspRelevance()).isEqualTo(0.45);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prefers",
                "Favorite",
                "favourite",
                "ALWAYS",
                "never",
                "usually",
                "every day",
                "every night",
                "allergic",
                "plan to",
                "planning",
                "goals",
                "want to",
                "going to",
                "decided",
                "believe",
                "values",
                "hates",
                "loved",
                "like to",
                "live in",
                "move to",
                "moved to",
                "work as",
                "work for",
                "喜欢",
                "讨厌",
                "偏好",
                "最爱",
                "总是",
                "从不",
                "从来",
                "通常",
                "每天",
                "每周",
                "每晚",
                "习惯",
                "过敏",
                "打算",
                "计划",
                "目标",
                "想要",
                "想学",
                "决定",
                "相信",
                "住在",
                "搬到",
                "工作"
            })
    void theyTellOfThemselves(String words) {
        assertThat(of("- " + words).pspRelevance()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my wife", "My birthday", "我的妻子", "我的生日"})
    void theyTellOfTheirOwn(String words) {
        assertThat(of(words).pspRelevance()).isEqualTo(0.8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "must",
                "need to",
                "have to",
                "Deadline",
                "due",
                "urgent",
                "ASAP",
                "remember to",
                "don't forget",
                "todo",
                "to-do",
                "appointment",
                "by monday",
                "by tonight",
                "必须",
                "一定要",
                "截止",
                "到期",
                "紧急",
                "尽快",
                "记得",
                "别忘",
                "待办",
                "预约",
                "明天之前",
                "今晚之前",
                "务必"
            })
    void aDutyIsOfPriority(String words) {
        assertThat(of("- " + words).priority()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"women", "dislike toy", "Immediate", "mustard", "overdue", "the bridge of 1887", "河水很冷"})
    void wordsThatOnlyHoldThoseAreNone(String words) {
        assertThat(of(words).pspRelevance()).isZero();
        assertThat(of(words).priority()).isLessThan(0.4);
    }

    private Enrichment.Scores of(String highlight) {
        HinataRecord record =
                new HinataRecord("r", AT, "test", highlight, "", "", List.of(), Access.PRIVATE, null, null, null, null);
        return scores.of(record, 0, AT);
    }
}
