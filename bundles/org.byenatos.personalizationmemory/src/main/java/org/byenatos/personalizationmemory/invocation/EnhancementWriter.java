package org.byenatos.personalizationmemory.invocation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.Enhancement;
import org.byenatos.api.psp.EnhancementRequest;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspFormat;
import org.byenatos.api.search.SearchHit;
import org.byenatos.personalizationmemory.learning.UserProfiles;
import org.byenatos.personalizationmemory.settings.Settings;

/**
 * Writes both parts of an enhanced prompt within one budget. Knowledge comes first: statements take a small share from it
 * if they are relevant, and otherwise only what it leaves. Thread-safe.
 */
public final class EnhancementWriter {

    /** A statement below this relevance takes nothing from knowledge. */
    private static final double RELEVANT = 0.3;

    /** What is this important may stand in any prompt: an allergy, where they live, how to talk to them. */
    private static final double ALWAYS = 0.85;

    private static final Form FORM = Form.of(PspFormat.MARKDOWN);

    private final UserProfiles profiles;
    private final Statements statements;
    private final TokenCosts costs;
    private final BehaviorCache behavior;
    private final Settings settings;
    private final Clock clock;

    /**
     * @param profiles what is known
     * @param statements what chooses from it
     * @param costs what counts tokens
     * @param behavior what was handed out
     * @param settings shares and weights
     * @param clock what time it is
     */
    public EnhancementWriter(
            UserProfiles profiles,
            Statements statements,
            TokenCosts costs,
            BehaviorCache behavior,
            Settings settings,
            Clock clock) {
        this.profiles = profiles;
        this.statements = statements;
        this.costs = costs;
        this.behavior = behavior;
        this.settings = settings;
        this.clock = clock;
    }

    /** Both parts; see {@link org.byenatos.api.psp.MemoryManager#enhance}. */
    public Enhancement write(String userId, Visibility visibility, EnhancementRequest request, List<SearchHit> hits) {
        Instant now = clock.instant();
        Question question = statements.question(request.question());
        List<Candidate> all = statements.of(userId, profiles.get(userId), visibility, question, now);
        List<Candidate> relevant = all.stream()
                .filter(candidate -> candidate.relevance() >= RELEVANT)
                .toList();
        int reserve = relevant.isEmpty() ? 0 : (int) (request.tokenBudget() * settings.pspShare());

        int budget = request.tokenBudget();
        KnowledgePicker knowledge = new KnowledgePicker(FORM, costs, request.encoding(), hits, request.limit());
        knowledge.pick(budget - reserve);
        Packed prompt = pack(relevant, knowledge, request, reserve + knowledge.reserved());
        knowledge.pick(budget - Math.max(0, prompt.tokens() - knowledge.reserved()));
        prompt = pack(worthWhile(all), knowledge, request, budget - knowledge.tokens());
        behavior.handedOut(
                userId, prompt.components().stream().map(PspComponent::id).toList());
        return new Enhancement(
                UUID.randomUUID().toString(), prompt.text(), knowledge.picked(), prompt.tokens() + knowledge.tokens());
    }

    private Packed pack(List<Candidate> candidates, KnowledgePicker knowledge, EnhancementRequest request, int budget) {
        return new Packer(FORM, costs, request.encoding(), settings.shares())
                .pack(knowledge.warnings(), beyond(candidates, knowledge.picked()), budget);
    }

    /** What is worth tokens that nothing else needs: what has to do with the question, or always matters. */
    private static List<Candidate> worthWhile(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate ->
                        candidate.relevance() > 0 || candidate.component().weight() >= ALWAYS)
                .toList();
    }

    /** What the records that are handed out do not say themselves. */
    private static List<Candidate> beyond(List<Candidate> candidates, List<SearchHit> knowledge) {
        Set<RecordRef> there = new HashSet<>();
        knowledge.forEach(hit -> there.add(hit.record().ref()));
        List<Candidate> beyond = new ArrayList<>(candidates);
        beyond.removeIf(candidate ->
                candidate.component().evidence().stream().map(Evidence::ref).anyMatch(there::contains));
        return beyond;
    }
}
