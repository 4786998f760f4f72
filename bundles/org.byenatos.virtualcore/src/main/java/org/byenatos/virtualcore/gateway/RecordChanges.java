package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.error.Violation;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.RecordRules;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.virtualcore.job.ServiceScheduler;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;

/** What is done to single records that are there. An app changes its own only; the person any. Thread-safe. */
final class RecordChanges {

    private static final int LOCKS = 64;
    private static final int AT_ONCE = 500;

    private final Modules modules;
    private final ServiceScheduler scheduler;
    private final Consumer<CoreEvent> events;
    private final Clock clock;
    private final Object[] locks = new Object[LOCKS];

    RecordChanges(Modules modules, ServiceScheduler scheduler, Consumer<CoreEvent> events, Clock clock) {
        this.modules = modules;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /** The record that the caller may see. */
    StoredRecord find(DataAccess access, String id, @Nullable String appId) {
        return modules.storage().call(storage -> storage.find(access.userId(), id, access.records())).stream()
                .filter(record -> appId == null || appId.equals(record.appId()))
                .findFirst()
                .orElseThrow(() -> noRecord(id));
    }

    /** Stores what follows the present content; two changes of one record never follow the same content. */
    SubmitReceipt change(DataAccess access, String id, @Nullable String appId, UnaryOperator<HinataRecord> change) {
        RecordRef ref = writable(access, id, appId);
        synchronized (locks[Math.floorMod(ref.hashCode(), LOCKS)]) {
            HinataRecord present = modules.storage()
                    .call(storage -> storage.find(access.userId(), ref, access.written()))
                    .orElseThrow(() -> noRecord(id))
                    .record();
            return store(access, ref, checked(change.apply(present), id));
        }
    }

    private static HinataRecord checked(HinataRecord next, String id) {
        List<Violation> wrong = RecordRules.check(next);
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        if (!next.id().equals(id)) {
            throw new InvalidInputException("/id", "must stay what it is");
        }
        return next;
    }

    private SubmitReceipt store(DataAccess access, RecordRef ref, HinataRecord next) {
        String jobId = "job-" + UUID.randomUUID();
        SubmitOutcome outcome =
                modules.storage().call(storage -> storage.submit(access.userId(), ref.appId(), List.of(next), jobId));
        int revised = outcome.revised().size() + outcome.accepted().size();
        if (revised > 0) {
            scheduler.run(jobId);
            tellStored(access, ref);
        }
        return new SubmitReceipt(jobId, 0, outcome.unchanged().size(), revised, List.of(), revised == 0);
    }

    void delete(DataAccess access, String id, @Nullable String appId) {
        Optional<RecordRef> there = present(access, id, appId);
        RecordRef ref = there.orElseGet(() -> binned(access, id, appId));
        boolean gone = modules.storage().call(storage -> storage.delete(access.userId(), ref))
                || modules.bin().call(bin -> bin.delete(access.userId(), ref));
        if (!gone) {
            throw noRecord(id);
        }
        forget(access, ref);
    }

    void bin(DataAccess access, String id, @Nullable String appId) {
        RecordRef ref = writable(access, id, appId);
        if (!modules.bin().call(bin -> bin.put(access.userId(), ref))) {
            throw noRecord(id);
        }
        forget(access, ref);
    }

    /** The memory learns from it again. */
    void restore(DataAccess access, String id, @Nullable String appId) {
        RecordRef ref = binned(access, id, appId);
        String jobId = "job-" + UUID.randomUUID();
        StoredRecord restored = modules.bin()
                .call(bin -> bin.restore(access.userId(), ref, jobId))
                .orElseThrow(() -> noRecord(id));
        modules.memory().run(memory -> memory.learn(access.userId(), List.of(restored)));
        scheduler.run(jobId);
        tellStored(access, ref);
    }

    private void tellStored(DataAccess access, RecordRef ref) {
        events.accept(new CoreEvent.HinataStored(clock.instant(), access.userId(), ref.appId(), 1));
    }

    private void forget(DataAccess access, RecordRef ref) {
        modules.memory().run(memory -> memory.forget(access.userId(), List.of(ref)));
        modules.pspHistory().run(history -> history.forget(access.userId(), List.of(ref)));
    }

    private Optional<RecordRef> present(DataAccess access, String id, @Nullable String appId) {
        if (access.appId() != null) {
            return Optional.of(own(access.appId(), id, appId));
        }
        return modules.storage().call(storage -> storage.find(access.userId(), id, access.records())).stream()
                .map(StoredRecord::ref)
                .filter(ref -> appId == null || appId.equals(ref.appId()))
                .findFirst();
    }

    private RecordRef writable(DataAccess access, String id, @Nullable String appId) {
        return present(access, id, appId).orElseThrow(() -> noRecord(id));
    }

    private RecordRef binned(DataAccess access, String id, @Nullable String appId) {
        if (access.appId() != null) {
            return own(access.appId(), id, appId);
        }
        String cursor = null;
        do {
            PageRequest request = new PageRequest(AT_ONCE, cursor);
            Page<StoredRecord> page = modules.bin().call(bin -> bin.list(access.userId(), access.records(), request));
            Optional<RecordRef> found = page.items().stream()
                    .map(StoredRecord::ref)
                    .filter(ref -> ref.id().equals(id) && (appId == null || appId.equals(ref.appId())))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            cursor = page.nextCursor();
        } while (cursor != null);
        throw noRecord(id);
    }

    private static RecordRef own(String ownApp, String id, @Nullable String appId) {
        if (appId != null && !appId.equals(ownApp)) {
            throw new PermissionDeniedException("An app changes and deletes its own records only; the person any.");
        }
        return new RecordRef(ownApp, id);
    }

    private static NotFoundException noRecord(String id) {
        return new NotFoundException("There is no record " + id + " that may be seen here.");
    }
}
