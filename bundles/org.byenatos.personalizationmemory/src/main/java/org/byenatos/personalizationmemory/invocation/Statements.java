package org.byenatos.personalizationmemory.invocation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.learning.UserProfile;
import org.byenatos.personalizationmemory.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Chooses and scores what a person said about themselves. Thread-safe. */
public final class Statements {

    private final Settings.Scoring scoring;
    private final BehaviorCache behavior;
    private final Topics topics;

    /**
     * @param scoring the weights
     * @param behavior what was handed out
     * @param topics what questions touch
     */
    public Statements(Settings.Scoring scoring, BehaviorCache behavior, Topics topics) {
        this.scoring = scoring;
        this.behavior = behavior;
        this.topics = topics;
    }

    /** A question, ready to be compared. */
    Question question(@Nullable String text) {
        return Question.of(text, topics);
    }

    /** What holds now and may be seen, scored for a question. */
    List<Candidate> of(String userId, UserProfile profile, Visibility visibility, Question question, Instant now) {
        Score score = new Score(scoring, now);
        Map<String, Candidate> byQuotation = new LinkedHashMap<>();
        for (Visible.Folded folded : Visible.of(profile, visibility, now)) {
            Candidate candidate = candidate(userId, folded, question, score);
            byQuotation.merge(
                    quotation(folded.component()),
                    candidate,
                    (one, other) -> one.score() >= other.score() ? one : other);
        }
        return List.copyOf(byQuotation.values());
    }

    private Candidate candidate(String userId, Visible.Folded folded, Question question, Score score) {
        PspComponent component = folded.component();
        double relevance =
                folded.members().stream().mapToDouble(question::relevance).max().orElse(0);
        return new Candidate(
                component, relevance, score.of(component, relevance, behavior.use(userId, component.id())));
    }

    /** The text without its label: one sentence that says two things is handed out once. */
    private static String quotation(PspComponent component) {
        String text = component.text();
        return text.substring(Math.max(0, text.indexOf(": \"")));
    }
}
