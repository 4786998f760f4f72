package org.byenatos.personalizationmemory.invocation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.Psp;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.api.search.SearchHit;
import org.byenatos.personalizationmemory.learning.UserProfile;
import org.byenatos.personalizationmemory.learning.UserProfiles;
import org.byenatos.personalizationmemory.settings.Settings;

/** Writes PSPs. Thread-safe. */
public final class PspWriter {

    private static final int SHORTEST_PASSAGE = 160;
    private static final int LONGEST_PASSAGE = 1_200;
    private static final int MOST_COMPONENTS = 2_000;

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
    public PspWriter(
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

    /** A PSP; see {@link org.byenatos.api.psp.MemoryManager#psp}. */
    public Psp write(
            String userId, Visibility visibility, PspRequest request, List<SearchHit> hits, List<StoredRecord> recent) {
        Instant now = clock.instant();
        Question question = statements.question(request.question());
        UserProfile profile = profiles.get(userId);
        Score score = new Score(settings.scoring(), now);
        List<Candidate> candidates = new ArrayList<>(statements.of(userId, profile, visibility, question, now));
        candidates.addAll(new RecentFocus(score, question, settings.focusAge(), now).of(profile, visibility));
        int passage = Math.max(SHORTEST_PASSAGE, Math.min(LONGEST_PASSAGE, request.tokenBudget() * 3 / 10));
        Quotations quotations = new Quotations(score, question.words(), passage, now);
        candidates.addAll(quotations.context(hits));
        candidates.addAll(quotations.buffer(recent, settings.bufferAge(), hits));
        new Activity(score, question, now).of(request.activity()).ifPresent(candidates::add);
        Set<Layer> layers = request.layers();
        candidates.removeIf(candidate ->
                !layers.isEmpty() && !layers.contains(candidate.component().layer()));
        Packed packed = new Packer(Form.of(request.format()), costs, request.encoding(), settings.shares())
                .pack(candidates, request.tokenBudget());
        behavior.handedOut(
                userId,
                packed.components().stream()
                        .limit(MOST_COMPONENTS)
                        .map(PspComponent::id)
                        .toList());
        return new Psp(UUID.randomUUID().toString(), packed.text(), packed.tokens(), packed.components(), now);
    }
}
