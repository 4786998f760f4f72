package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.byenatos.api.Credential;
import org.byenatos.api.PersonalData;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.Session;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.ipc.EventPage;
import org.byenatos.api.ipc.EventQuery;
import org.byenatos.api.ipc.NewMessage;
import org.byenatos.api.job.Job;
import org.byenatos.api.psp.Enhancement;
import org.byenatos.api.psp.EnhancementRequest;
import org.byenatos.api.psp.PspChange;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspComponentStory;
import org.byenatos.api.psp.PspVersion;
import org.byenatos.api.search.SearchHit;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls on personal data beside the ten, behind the door. */
@Component(service = PersonalData.class)
public final class DataCalls implements PersonalData {

    private static final int MAX_PAGE = 1000;

    private final ApiGateway gateway;
    private final Modules modules;
    private final Retrieval retrieval;
    private final Consumer<CoreEvent> events;
    private final Clock clock;
    private final RecordChanges records;

    /** @param kernel what the calls are wired to */
    @Activate
    public DataCalls(@Reference Kernel kernel) {
        this.gateway = kernel.gateway();
        this.modules = kernel.modules();
        this.retrieval = new Retrieval(modules);
        this.events = kernel.events();
        this.clock = kernel.clock();
        this.records = new RecordChanges(modules, kernel.scheduler(), events, clock);
    }

    @Override
    public Enhancement enhancement(Credential credential, EnhancementRequest request) {
        return gateway.enter(credential, "enhancement", DataCalls::enhanceable, (access, line) -> {
            Budgets.check(modules, request.tokenBudget(), request.encoding(), request.question())
                    .range("/limit", request.limit(), 1, Retrieval.MAX_HITS)
                    .done();
            List<SearchHit> hits = retrieval.hits(access, request.question(), request.limit());
            Enhancement enhancement =
                    modules.memory().call(memory -> memory.enhance(access.userId(), access.psp(), request, hits));
            line.count(enhancement.knowledge().size());
            return enhancement;
        });
    }

    @Override
    public StoredRecord record(Credential credential, String id, @Nullable String appId) {
        return gateway.enter(credential, "hinata_data_read", DataCalls::readable, (access, line) -> {
            StoredRecord found = find(access, id, appId);
            line.count(1);
            return found;
        });
    }

    @Override
    public Page<StoredRecord> records(Credential credential, RecordFilter filter, PageRequest page) {
        return gateway.enter(credential, "hinata_data_list", DataCalls::readable, (access, line) -> {
            new Checks().range("/limit", page.limit(), 1, MAX_PAGE).done();
            Page<StoredRecord> records =
                    modules.storage().call(storage -> storage.list(access.userId(), access.records(), filter, page));
            line.count(records.items().size());
            return records;
        });
    }

    @Override
    public List<StoredRecord> revisions(Credential credential, String id, @Nullable String appId) {
        return gateway.enter(credential, "hinata_data_revisions", DataCalls::readable, (access, line) -> {
            RecordRef ref = find(access, id, appId).ref();
            List<StoredRecord> earlier =
                    modules.storage().call(storage -> storage.revisions(access.userId(), ref, access.records()));
            line.count(earlier.size());
            return earlier;
        });
    }

    @Override
    public SubmitReceipt changeRecord(
            Credential credential, String id, @Nullable String appId, UnaryOperator<HinataRecord> change) {
        return gateway.enter(credential, "hinata_data_patch", DataCalls::writable, (access, line) -> {
            SubmitReceipt receipt = records.change(access, id, appId, change);
            line.count(receipt.revised());
            return receipt;
        });
    }

    @Override
    public void binRecord(Credential credential, String id, @Nullable String appId) {
        changeOne(credential, "hinata_data_bin", access -> records.bin(access, id, appId));
    }

    @Override
    public void restoreRecord(Credential credential, String id, @Nullable String appId) {
        changeOne(credential, "hinata_data_restore", access -> records.restore(access, id, appId));
    }

    @Override
    public Page<StoredRecord> binnedRecords(Credential credential, PageRequest page) {
        return gateway.enter(credential, "hinata_data_bin_list", DataCalls::readable, (access, line) -> {
            new Checks().range("/limit", page.limit(), 1, MAX_PAGE).done();
            Page<StoredRecord> binned = modules.bin().call(bin -> bin.list(access.userId(), access.records(), page));
            line.count(binned.items().size());
            return binned;
        });
    }

    @Override
    public void deleteRecord(Credential credential, String id, @Nullable String appId) {
        changeOne(credential, "hinata_data_delete", access -> records.delete(access, id, appId));
    }

    private void changeOne(Credential credential, String action, Consumer<DataAccess> change) {
        gateway.enter(credential, action, DataCalls::writable, (access, line) -> {
            change.accept(access);
            line.count(1);
            return access;
        });
    }

    @Override
    public Page<PspVersion> pspVersions(Credential credential, PageRequest page) {
        return gateway.enter(credential, "psp_versions", DataCalls::memoryReading, (access, line) -> {
            new Checks().range("/limit", page.limit(), 1, MAX_PAGE).done();
            Page<PspVersion> versions = modules.pspHistory().call(history -> history.versions(access.userId(), page));
            line.count(versions.items().size());
            return versions;
        });
    }

    @Override
    public long rollbackPsp(Credential credential, long version) {
        return gateway.enter(credential, "psp_rollback", DataCalls::memoryWriting, (access, line) -> {
            long now = modules.pspHistory().call(history -> history.rollback(access.userId(), version));
            modules.memory().run(memory -> memory.forget(access.userId(), List.of()));
            events.accept(new CoreEvent.PspUpdated(clock.instant(), access.userId(), 1));
            line.count(1);
            return now;
        });
    }

    @Override
    public PspComponentStory pspComponent(Credential credential, String componentId) {
        return gateway.enter(credential, "psp_component_read", DataCalls::memoryReading, (access, line) -> {
            Visibility visible = access.psp();
            PspComponent component = modules.pspHistory()
                    .call(history -> history.component(access.userId(), componentId))
                    .filter(one -> one.evidence().stream()
                            .allMatch(part -> visible.permits(part.ref().appId(), part.access())))
                    .orElseThrow(() ->
                            new NotFoundException("There is no component " + componentId + " that may be seen here."));
            List<PspChange> changes = access.appId() == null
                    ? modules.pspHistory().call(history -> history.changes(access.userId(), componentId))
                    : List.of();
            line.count(1);
            return new PspComponentStory(component, changes);
        });
    }

    private static DataAccess memoryReading(Caller caller) {
        return Requirements.sessionOrPerson(caller, Scope.MEMORY_READ);
    }

    private static DataAccess memoryWriting(Caller caller) {
        return Requirements.sessionOrPerson(caller, Scope.MEMORY_WRITE);
    }

    @Override
    public Job job(Credential credential, String jobId) {
        return gateway.enter(credential, "job_read", Requirements::known, (caller, line) -> {
            Job job = modules.jobs()
                    .call(jobs -> jobs.find(jobId))
                    .filter(found -> Requirements.concerns(caller, found.appId(), found.userId()))
                    .orElseThrow(() -> new NotFoundException("There is no job " + jobId + "."));
            line.onUser(job.userId());
            return job;
        });
    }

    @Override
    public Session session(Credential credential, String sessionId) {
        return gateway.enter(
                credential, "session_read", Requirements::known, (caller, line) -> mine(caller, line, sessionId));
    }

    @Override
    public void closeSession(Credential credential, String sessionId) {
        gateway.enter(credential, "session_close", Requirements::known, (caller, line) -> {
            Session session = mine(caller, line, sessionId);
            modules.sessions().run(sessions -> sessions.close(sessionId));
            events.accept(new CoreEvent.SessionClosed(clock.instant(), session.userId(), session.appId(), sessionId));
            return session;
        });
    }

    @Override
    public String sendMessage(Credential credential, NewMessage message) {
        return gateway.enter(credential, "message_send", DataCalls::sending, (access, line) -> {
            line.on(access.data());
            String id = modules.ipc()
                    .call(ipc -> ipc.send(access.data().userId(), access.app().appId(), message));
            line.count(1);
            return id;
        });
    }

    @Override
    public EventPage openEvents(Credential credential, EventQuery query) {
        return gateway.enter(
                credential, "events_open", DataCalls::eventReading, (caller, line) -> events(caller, line, query));
    }

    @Override
    public EventPage moreEvents(Credential credential, EventQuery query) {
        return gateway.carryOn(
                credential, "events_read", DataCalls::eventReading, (caller, line) -> events(caller, line, query));
    }

    private EventPage events(Caller caller, AuditLine line, EventQuery query) {
        if (!(caller instanceof Caller.AppItself)) {
            line.on(Requirements.sessionOrPerson(caller, Scope.EVENTS_READ));
        }
        EventPage page = modules.ipc().call(ipc -> ipc.read(caller, query));
        line.count(page.events().size());
        return page;
    }

    private static AppAccess sending(Caller caller) {
        return Requirements.app(caller, Scope.MESSAGES_WRITE);
    }

    /** An app with its key reads the events of all who grant it that; which these are is looked up each time. */
    private static Caller eventReading(Caller caller) {
        if (!(caller instanceof Caller.AppItself)) {
            Requirements.sessionOrPerson(caller, Scope.EVENTS_READ);
        }
        return caller;
    }

    private static DataAccess enhanceable(Caller caller) {
        readable(caller);
        return Requirements.sessionOrPerson(caller, Scope.PSP_READ);
    }

    private static DataAccess writable(Caller caller) {
        return Requirements.sessionOrPerson(caller, Scope.HINATA_WRITE);
    }

    static DataAccess readable(Caller caller) {
        return Requirements.sessionOrPerson(caller, Scope.HINATA_READ, Scope.HINATA_READ_OWN);
    }

    private StoredRecord find(DataAccess access, String id, @Nullable String appId) {
        return records.find(access, id, appId);
    }

    private Session mine(Caller caller, AuditLine line, String sessionId) {
        Session session = OpenSessions.find(modules, caller, sessionId);
        line.onUser(session.userId());
        return session;
    }
}
