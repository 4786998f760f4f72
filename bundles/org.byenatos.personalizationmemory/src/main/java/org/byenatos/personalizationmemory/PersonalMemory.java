package org.byenatos.personalizationmemory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.Enhancement;
import org.byenatos.api.psp.EnhancementRequest;
import org.byenatos.api.psp.MemoryManager;
import org.byenatos.api.psp.Psp;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.search.SearchHit;
import org.byenatos.personalizationmemory.invocation.BehaviorCache;
import org.byenatos.personalizationmemory.invocation.EnhancementWriter;
import org.byenatos.personalizationmemory.invocation.GeneralPspWriter;
import org.byenatos.personalizationmemory.invocation.PspWriter;
import org.byenatos.personalizationmemory.invocation.Statements;
import org.byenatos.personalizationmemory.invocation.TokenCosts;
import org.byenatos.personalizationmemory.invocation.Topics;
import org.byenatos.personalizationmemory.learning.Learner;
import org.byenatos.personalizationmemory.learning.UserProfiles;
import org.byenatos.personalizationmemory.settings.MemoryConfig;
import org.byenatos.personalizationmemory.settings.Settings;
import org.byenatos.personalizationmemory.statement.StatementFinder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The memory as a service: wires learning and invocation to the modules they need. */
@Component(service = MemoryManager.class, configurationPid = MemoryConfig.PID)
@Designate(ocd = MemoryConfig.class)
public final class PersonalMemory implements MemoryManager {

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int REMEMBERED_COUNTS = 16_384;

    private final ServiceSlot<PspRepository> repository = ServiceSlot.of("The PSP repository");
    private final ServiceSlot<TokenCounter> counter = ServiceSlot.of("The token counter");
    private final CallGate gate = new CallGate("PersonalizationMemory", DRAIN);
    private final UserProfiles profiles;
    private final Learner learner;
    private final PspWriter psps;
    private final GeneralPspWriter generalPsps;
    private final EnhancementWriter enhancements;

    /**
     * @param config weights and shares
     * @param keys the names that are set, to find misspelt ones
     */
    @Activate
    public PersonalMemory(MemoryConfig config, Map<String, Object> keys) {
        this(Settings.of(config, keys.keySet()), Clock.systemUTC());
    }

    PersonalMemory(Settings settings, Clock clock) {
        BehaviorCache behavior = new BehaviorCache();
        Statements statements = new Statements(settings.scoring(), behavior, new Topics());
        TokenCosts costs = new TokenCosts(counter, REMEMBERED_COUNTS);
        this.profiles = new UserProfiles(repository, UserProfiles.Ages.DEFAULT, System::nanoTime);
        this.learner = new Learner(profiles, new StatementFinder(), clock);
        this.psps = new PspWriter(profiles, statements, costs, behavior, settings, clock);
        this.generalPsps = new GeneralPspWriter(profiles, statements, costs, settings, clock);
        this.enhancements = new EnhancementWriter(profiles, statements, costs, behavior, settings, clock);
    }

    @Deactivate
    void stop() {
        gate.close();
    }

    @Override
    public int learn(String userId, List<StoredRecord> records) {
        return gate.call(() -> learner.learn(userId, records));
    }

    @Override
    public void forget(String userId, List<RecordRef> refs) {
        gate.run(() -> learner.forget(userId, refs));
    }

    @Override
    public Psp psp(
            String userId, Visibility visibility, PspRequest request, List<SearchHit> hits, List<StoredRecord> recent) {
        return gate.call(() -> psps.write(userId, visibility, request, hits, recent));
    }

    @Override
    public Psp generalPsp(String userId, Visibility visibility, PspRequest request) {
        return gate.call(() -> generalPsps.write(userId, visibility, request));
    }

    @Override
    public Enhancement enhance(String userId, Visibility visibility, EnhancementRequest request, List<SearchHit> hits) {
        return gate.call(() -> enhancements.write(userId, visibility, request, hits));
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindPspRepository(PspRepository service) {
        repository.bind(service);
        profiles.clear();
    }

    void unbindPspRepository(PspRepository service) {
        repository.unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindTokenCounter(TokenCounter service) {
        counter.bind(service);
    }

    void unbindTokenCounter(TokenCounter service) {
        counter.unbind(service);
    }
}
