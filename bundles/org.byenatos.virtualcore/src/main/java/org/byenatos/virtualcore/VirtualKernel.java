package org.byenatos.virtualcore;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelScheduler;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.app.Authenticator;
import org.byenatos.api.app.SessionManager;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.event.CoreEventListener;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordBin;
import org.byenatos.api.ipc.PersonalizationIpc;
import org.byenatos.api.job.Job;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.psp.MemoryManager;
import org.byenatos.api.psp.PspHistory;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.security.AuditLog;
import org.byenatos.api.upkeep.DataUpkeep;
import org.byenatos.api.upkeep.UserArchive;
import org.byenatos.virtualcore.attention.AttentionConfiguration;
import org.byenatos.virtualcore.attention.AttentionSettings;
import org.byenatos.virtualcore.attention.Attentions;
import org.byenatos.virtualcore.gateway.ApiGateway;
import org.byenatos.virtualcore.gateway.Kernel;
import org.byenatos.virtualcore.job.EnrichmentRun;
import org.byenatos.virtualcore.job.Precedence;
import org.byenatos.virtualcore.job.ServiceScheduler;
import org.byenatos.virtualcore.job.UpkeepRun;
import org.byenatos.virtualcore.runtime.Modules;
import org.byenatos.virtualcore.runtime.RuntimeManager;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The entry of the virtual core: holds the services of the other modules, which may come, go and be replaced in any
 * order, and wires the door, the jobs and the runtime to them. Nothing here waits for another module at start.
 */
@Component(service = Kernel.class, configurationPid = AttentionConfiguration.PID, immediate = true)
@Designate(ocd = AttentionConfiguration.class)
public final class VirtualKernel implements Kernel {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Modules modules = Modules.empty();
    private final EventHub events = new EventHub(modules.ipc());
    private final Clock clock = Clock.systemUTC();
    private final Precedence precedence = new Precedence();
    private final CallGate gate = new CallGate("VirtualCore", DRAIN);
    private final ApiGateway gateway;
    private final RuntimeManager runtime;
    private final ServiceScheduler scheduler;
    private final ServiceScheduler upkeep;

    /**
     * @param context where the modules are bundles
     * @param audit where the door writes its lines
     * @param configuration how attention is weighed
     * @param keys the names that are set, to find misspelt ones
     */
    @Activate
    public VirtualKernel(
            BundleContext context,
            @Reference AuditLog audit,
            AttentionConfiguration configuration,
            Map<String, Object> keys) {
        Attentions attentions = new Attentions(modules, AttentionSettings.of(configuration, keys.keySet()));
        events.add(attentions);
        this.gateway = new ApiGateway(modules, gate, audit, clock);
        this.runtime = new RuntimeManager(context, modules);
        UpkeepRun upkeepRun = new UpkeepRun(modules);
        this.scheduler = new ServiceScheduler(
                modules.jobs(),
                new EnrichmentRun(modules, attentions, precedence, events, VirtualKernel::endBatch, clock),
                job -> job.kind().equals(Job.ENRICHMENT),
                VirtualKernel::worker);
        this.upkeep = new ServiceScheduler(modules.jobs(), upkeepRun, upkeepRun::isOurs, VirtualKernel::upkeepWorker);
    }

    @Activate
    void start() {
        scheduler.start();
        upkeep.start();
    }

    @Deactivate
    void stop() {
        gate.close();
        scheduler.close();
        upkeep.close();
    }

    @Override
    public Modules modules() {
        return modules;
    }

    @Override
    public ApiGateway gateway() {
        return gateway;
    }

    @Override
    public RuntimeManager runtime() {
        return runtime;
    }

    @Override
    public ServiceScheduler scheduler() {
        return scheduler;
    }

    @Override
    public ServiceScheduler upkeep() {
        return upkeep;
    }

    @Override
    public Precedence precedence() {
        return precedence;
    }

    @Override
    public Consumer<CoreEvent> events() {
        return events;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    private static Thread worker(Runnable work) {
        return worker(work, "byenatos-jobs");
    }

    /** A thread for some tens of milliseconds costs less than one that is kept. */
    private static void endBatch(Runnable work) {
        worker(work, "byenatos-enrichment").start();
    }

    private static Thread upkeepWorker(Runnable work) {
        return worker(work, "byenatos-upkeep");
    }

    private static Thread worker(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    void addListener(CoreEventListener listener) {
        events.add(listener);
    }

    void removeListener(CoreEventListener listener) {
        events.remove(listener);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindAuthenticator(Authenticator service) {
        modules.authenticator().bind(service);
    }

    void unbindAuthenticator(Authenticator service) {
        modules.authenticator().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindAppRegistry(AppRegistry service) {
        modules.apps().bind(service);
    }

    void unbindAppRegistry(AppRegistry service) {
        modules.apps().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindAppScheduler(AppScheduler service) {
        modules.appScheduler().bind(service);
    }

    void unbindAppScheduler(AppScheduler service) {
        modules.appScheduler().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindUserDirectory(UserDirectory service) {
        modules.users().bind(service);
    }

    void unbindUserDirectory(UserDirectory service) {
        modules.users().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindSessionManager(SessionManager service) {
        modules.sessions().bind(service);
    }

    void unbindSessionManager(SessionManager service) {
        modules.sessions().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindPersonalizationIpc(PersonalizationIpc service) {
        modules.ipc().bind(service);
    }

    void unbindPersonalizationIpc(PersonalizationIpc service) {
        modules.ipc().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindHinataStorage(HinataStorage service) {
        modules.storage().bind(service);
    }

    void unbindHinataStorage(HinataStorage service) {
        modules.storage().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindJobRepository(JobRepository service) {
        modules.jobs().bind(service);
    }

    void unbindJobRepository(JobRepository service) {
        modules.jobs().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindDataIndex(DataIndex service) {
        modules.index().bind(service);
    }

    void unbindDataIndex(DataIndex service) {
        modules.index().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindMemoryManager(MemoryManager service) {
        modules.memory().bind(service);
    }

    void unbindMemoryManager(MemoryManager service) {
        modules.memory().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindAiProcessor(AiProcessor service) {
        modules.ai().bind(service);
    }

    void unbindAiProcessor(AiProcessor service) {
        modules.ai().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindTokenCounter(TokenCounter service) {
        modules.tokens().bind(service);
    }

    void unbindTokenCounter(TokenCounter service) {
        modules.tokens().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindModelScheduler(ModelScheduler service) {
        modules.models().bind(service);
    }

    void unbindModelScheduler(ModelScheduler service) {
        modules.models().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindEmbedder(Embedder service) {
        modules.embedder().bind(service);
    }

    void unbindEmbedder(Embedder service) {
        modules.embedder().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindRecordBin(RecordBin service) {
        modules.bin().bind(service);
    }

    void unbindRecordBin(RecordBin service) {
        modules.bin().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindUserArchive(UserArchive service) {
        modules.archive().bind(service);
    }

    void unbindUserArchive(UserArchive service) {
        modules.archive().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindDataUpkeep(DataUpkeep service) {
        modules.dataUpkeep().bind(service);
    }

    void unbindDataUpkeep(DataUpkeep service) {
        modules.dataUpkeep().unbind(service);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindPspHistory(PspHistory service) {
        modules.pspHistory().bind(service);
    }

    void unbindPspHistory(PspHistory service) {
        modules.pspHistory().unbind(service);
    }
}
