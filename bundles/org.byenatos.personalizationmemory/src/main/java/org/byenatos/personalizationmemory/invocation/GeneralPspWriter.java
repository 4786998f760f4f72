package org.byenatos.personalizationmemory.invocation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.Psp;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.personalizationmemory.general.Generalizer;
import org.byenatos.personalizationmemory.learning.UserProfile;
import org.byenatos.personalizationmemory.learning.UserProfiles;
import org.byenatos.personalizationmemory.settings.Settings;
import org.byenatos.personalizationmemory.text.Words;

/**
 * Writes PSPs that say only what is general. A question orders them by what they say, never by what the records behind
 * them say: otherwise an app could find out a name by asking whether it matters. Thread-safe.
 */
public final class GeneralPspWriter {

    private final UserProfiles profiles;
    private final Statements statements;
    private final TokenCosts costs;
    private final Settings settings;
    private final Clock clock;
    private final Generalizer generalizer = new Generalizer();

    /**
     * @param profiles what is known
     * @param statements what chooses from it
     * @param costs what counts tokens
     * @param settings shares and weights
     * @param clock what time it is
     */
    public GeneralPspWriter(
            UserProfiles profiles, Statements statements, TokenCosts costs, Settings settings, Clock clock) {
        this.profiles = profiles;
        this.statements = statements;
        this.costs = costs;
        this.settings = settings;
        this.clock = clock;
    }

    /** A general PSP; see {@link org.byenatos.api.psp.MemoryManager#generalPsp}. */
    public Psp write(String userId, Visibility visibility, PspRequest request) {
        Instant now = clock.instant();
        Question question = statements.question(request.question());
        Score score = new Score(settings.scoring(), now);
        List<Candidate> candidates = general(userId, visibility, now).stream()
                .filter(component -> asked(component, request.layers()))
                .map(component -> candidate(component, question, score))
                .toList();
        Packed packed = new Packer(Form.general(request.format()), costs, request.encoding(), settings.shares())
                .pack(candidates, request.tokenBudget());
        return new Psp(UUID.randomUUID().toString(), packed.text(), packed.tokens(), packed.components(), now);
    }

    private List<PspComponent> general(String userId, Visibility visibility, Instant now) {
        UserProfile profile = profiles.get(userId);
        Question nothing = statements.question(null);
        List<Candidate> particular = new ArrayList<>(statements.of(userId, profile, visibility, nothing, now));
        particular.addAll(new RecentFocus(new Score(settings.scoring(), now), nothing, settings.focusAge(), now)
                .of(profile, visibility));
        Map<String, PspComponent> general = new LinkedHashMap<>();
        for (Candidate candidate : particular) {
            generalizer
                    .of(candidate.component())
                    .forEach(component -> general.merge(component.id(), component, GeneralPspWriter::surer));
        }
        return List.copyOf(general.values());
    }

    private static PspComponent surer(PspComponent one, PspComponent other) {
        return one.confidence() * one.weight() >= other.confidence() * other.weight() ? one : other;
    }

    private static boolean asked(PspComponent component, Set<Layer> layers) {
        return layers.isEmpty() || layers.contains(component.layer());
    }

    private static Candidate candidate(PspComponent component, Question question, Score score) {
        double relevance = question.relevance(Words.of(component.text()), String.valueOf(component.subject()));
        return new Candidate(component, relevance, score.of(component, relevance, 0));
    }
}
