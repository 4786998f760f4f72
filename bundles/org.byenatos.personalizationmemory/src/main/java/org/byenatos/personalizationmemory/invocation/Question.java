package org.byenatos.personalizationmemory.invocation;

import java.util.Map;
import org.byenatos.personalizationmemory.learning.KnownComponent;
import org.byenatos.personalizationmemory.statement.Subject;
import org.byenatos.personalizationmemory.text.Words;
import org.jspecify.annotations.Nullable;

/** What a request is for, ready to be compared with what is known. */
final class Question {

    /** Few words of a question are found in what answers it. */
    private static final double STRETCH = 2.5;

    private final Words words;
    private final Map<String, Double> topics;

    private Question(Words words, Map<String, Double> topics) {
        this.words = words;
        this.topics = topics;
    }

    static Question of(@Nullable String text, Topics topics) {
        return text == null ? new Question(Words.of(""), Map.of()) : new Question(Words.of(text), topics.in(text));
    }

    Words words() {
        return words;
    }

    /** What a component has to do with the question, 0..1; 0 if there is none. */
    double relevance(KnownComponent known) {
        return Math.max(
                relevance(known.words()), topics.getOrDefault(known.subject().topic(), 0.0));
    }

    /** What words on a subject, given by its key, have to do with the question, 0..1. */
    double relevance(Words other, String subject) {
        return Math.max(
                relevance(other), topics.getOrDefault(Subject.parse(subject).topic(), 0.0));
    }

    /** What words have to do with the question, 0..1. */
    double relevance(Words other) {
        return Math.min(1, STRETCH * words.within(other));
    }
}
