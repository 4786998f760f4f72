package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.byenatos.api.Credential;
import org.byenatos.api.NotSupportedException;
import org.byenatos.api.PersonalizationQuery;
import org.byenatos.api.VirtualCore;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.Session;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.common.Json;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Submission;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.api.job.Job;
import org.byenatos.api.psp.Psp;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.api.search.SearchHit;
import org.byenatos.virtualcore.runtime.Modules;
import org.byenatos.virtualcore.runtime.Stages;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ten virtual calls, behind the door. */
@Component(service = VirtualCore.class)
public final class VirtualCalls implements VirtualCore {

    private final ApiGateway gateway;
    private final Modules modules;
    private final Retrieval retrieval;
    private final Submitter submitter;
    private final Consumer<CoreEvent> events;
    private final Clock clock;

    /** @param kernel what the calls are wired to */
    @Activate
    public VirtualCalls(@Reference Kernel kernel) {
        this.gateway = kernel.gateway();
        this.modules = kernel.modules();
        this.retrieval = new Retrieval(modules);
        this.events = kernel.events();
        this.clock = kernel.clock();
        this.submitter = new Submitter(modules, kernel.scheduler(), kernel.precedence(), events, clock);
    }

    @Override
    public RegisteredApp virtualAppRegister(Credential credential, AppRegistration registration) {
        return gateway.enter(
                credential,
                "virtual_app_register",
                caller -> Requirements.registering(caller, credential.loopback()),
                (caller, line) -> {
                    RegisteredApp registered =
                            modules.apps().call(apps -> apps.register(registration, caller instanceof Caller.Owner));
                    gateway.made(registered.apiKey());
                    events.accept(new CoreEvent.AppChanged(
                            clock.instant(), registered.app().appId(), "registered"));
                    return registered;
                });
    }

    @Override
    public NewSession virtualSessionCreate(Credential credential, SessionRequest request) {
        return gateway.enter(credential, "virtual_session_create", Requirements::app, (app, line) -> {
            line.onUser(request.userId());
            NewSession opened = modules.sessions().call(sessions -> sessions.open(app.appId(), request));
            gateway.made(opened.token());
            return opened;
        });
    }

    @Override
    public SubmitReceipt hinataDataSubmit(Credential credential, Submission submission) {
        return gateway.enter(credential, "hinata_data_submit", VirtualCalls::submitting, (access, line) -> {
            line.on(access.data());
            SubmitReceipt receipt = submitter.submit(access.app(), access.data().userId(), submission);
            line.count(receipt.accepted() + receipt.revised());
            return receipt;
        });
    }

    @Override
    public Psp pspDataRequest(Credential credential, PspRequest request) {
        return gateway.enter(credential, "psp_data_request", VirtualCalls::pspReading, (access, line) -> {
            budget(request.tokenBudget(), request.encoding(), request.question())
                    .done();
            Psp psp = access.by() == Scope.PSP_BASIC ? generalPsp(access, request) : fullPsp(access, request);
            line.count(psp.components().size());
            return psp;
        });
    }

    private Psp fullPsp(DataAccess access, PspRequest request) {
        List<SearchHit> hits = retrieval.hits(access, request.question(), Retrieval.PSP_HITS);
        List<StoredRecord> recent = retrieval.recent(access);
        PspRequest during = request.during(retrieval.activity(access));
        return modules.memory().call(memory -> memory.psp(access.userId(), access.psp(), during, hits, recent));
    }

    private Psp generalPsp(DataAccess access, PspRequest request) {
        return modules.memory().call(memory -> memory.generalPsp(access.userId(), access.psp(), request));
    }

    @Override
    public List<SearchHit> personalizationQuery(Credential credential, PersonalizationQuery query) {
        return gateway.enter(credential, "personalization_query", DataCalls::readable, (access, line) -> {
            check(query);
            List<SearchHit> hits = retrieval.hits(access, query);
            line.count(hits.size());
            return hits;
        });
    }

    @Override
    public Json virtualContextUpdate(Credential credential, String sessionId, Json mergePatch) {
        return gateway.enter(credential, "virtual_context_update", Requirements::known, (caller, line) -> {
            Session session = OpenSessions.find(modules, caller, sessionId);
            line.onUser(session.userId());
            return modules.sessions().call(sessions -> sessions.updateContext(sessionId, mergePatch));
        });
    }

    @Override
    public AiResult localAiCompute(Credential credential, AiRequest request) {
        return gateway.enter(
                credential,
                "local_ai_compute",
                caller -> Requirements.sessionOrPerson(caller, Scope.AI_COMPUTE),
                (access, line) -> {
                    AiRequest asked = request.by(access.appId());
                    return modules.ai().call(ai -> Stages.await(ai.compute(asked)));
                });
    }

    @Override
    public Json patternRecognition(Credential credential, Json request) {
        throw new NotSupportedException("pattern_recognition");
    }

    @Override
    public Json preferenceAnalysis(Credential credential, Json request) {
        throw new NotSupportedException("preference_analysis");
    }

    @Override
    public Job learningOptimize(Credential credential, Json request) {
        throw new NotSupportedException("learning_optimize");
    }

    private static AppAccess submitting(Caller caller) {
        return Requirements.app(caller, Scope.HINATA_WRITE);
    }

    private static DataAccess pspReading(Caller caller) {
        return Requirements.sessionOrPerson(caller, Scope.PSP_READ, Scope.PSP_BASIC);
    }

    private void check(PersonalizationQuery query) {
        Checks checks = new Checks()
                .text("/question", query.question(), Retrieval.MAX_QUESTION)
                .range("/limit", query.limit(), 1, Retrieval.MAX_HITS)
                .range("/min_score", query.minScore(), 0, 1);
        Integer budget = query.tokenBudget();
        if (budget != null) {
            checks.range("/token_budget", budget, 1, PspRequest.MAX_BUDGET);
        }
        checks.done();
    }

    private Checks budget(int tokens, String encoding, @Nullable String question) {
        return Budgets.check(modules, tokens, encoding, question);
    }
}
