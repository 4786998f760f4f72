package org.byenatos.personalizationmemory.invocation;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.personalizationmemory.Settings;
import org.byenatos.personalizationmemory.learning.UserProfile;
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
        return Visible.of(profile, visibility, now).stream()
                .map(folded -> {
                    double relevance = folded.members().stream()
                            .mapToDouble(question::relevance)
                            .max()
                            .orElse(0);
                    double use = behavior.use(userId, folded.component().id());
                    return new Candidate(folded.component(), relevance, score.of(folded.component(), relevance, use));
                })
                .toList();
    }
}
