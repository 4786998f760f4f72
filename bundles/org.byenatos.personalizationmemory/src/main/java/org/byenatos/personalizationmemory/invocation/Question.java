package org.byenatos.personalizationmemory.invocation;

import java.util.Set;
import org.byenatos.personalizationmemory.learning.KnownComponent;
import org.byenatos.personalizationmemory.text.Words;
import org.jspecify.annotations.Nullable;

/** What a request is for, ready to be compared with what is known. */
final class Question {

    /** A question that touches a topic needs what is known of it even if no word is the same. */
    private static final double OF_TOPIC = 0.6;

    /** Few words of a question are found in what answers it. */
    private static final double STRETCH = 2.5;

    private final Words words;
    private final Set<String> topics;

    private Question(Words words, Set<String> topics) {
        this.words = words;
        this.topics = topics;
    }

    static Question of(@Nullable String text, Topics topics) {
        return text == null ? new Question(Words.of(""), Set.of()) : new Question(Words.of(text), topics.in(text));
    }

    Words words() {
        return words;
    }

    /** What a component has to do with the question, 0..1; 0 if there is none. */
    double relevance(KnownComponent known) {
        double shared = Math.min(1, STRETCH * words.within(known.words()));
        return topics.contains(known.subject().topic()) ? Math.max(OF_TOPIC, shared) : shared;
    }
}
