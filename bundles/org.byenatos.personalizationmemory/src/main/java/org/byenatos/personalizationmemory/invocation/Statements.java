package org.byenatos.personalizationmemory.invocation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.learning.KnownComponent;
import org.byenatos.personalizationmemory.learning.UserProfile;
import org.byenatos.personalizationmemory.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Chooses and scores what a person said about themselves. Thread-safe. */
public final class Statements {

    private final Settings.Scoring scoring;
    private final BehaviorCache behavior;
    private final Topics topics;
    private final Known known = new Known();

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
        Map<String, Integer> uses = behavior.uses(userId);
        Map<String, Candidate> byQuotation = new LinkedHashMap<>();
        for (Visible.Folded folded : known.of(profile, visibility, now)) {
            double use = BehaviorCache.use(uses.getOrDefault(folded.component().id(), 0));
            byQuotation.merge(
                    folded.quotation(),
                    candidate(folded, question, score, use),
                    (one, other) -> one.score() >= other.score() ? one : other);
        }
        return List.copyOf(byQuotation.values());
    }

    private static Candidate candidate(Visible.Folded folded, Question question, Score score, double use) {
        double relevance = 0;
        for (KnownComponent member : folded.members()) {
            relevance = Math.max(relevance, question.relevance(member));
        }
        PspComponent component = folded.component();
        return new Candidate(component, relevance, score.of(component, folded.newest(), relevance, use), folded.cost());
    }
}
