package org.byenatos.applifecycle.ipc;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Scope;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.ipc.Event;
import org.byenatos.api.ipc.EventPage;
import org.byenatos.api.ipc.EventQuery;
import org.byenatos.api.ipc.NewMessage;
import org.byenatos.api.ipc.PersonalizationIpc;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.Ledger;

/**
 * Messages and events. There is no queue per reader: a reader is a position in the log, so that a slow one costs nothing
 * and is told of a gap when the log has moved on without it. Thread-safe.
 */
public final class Messages implements PersonalizationIpc {

    private static final int LOOKED_AT = 128;

    private final Ledger ledger;
    private final EventLog log;
    private final Clock clock;
    private final Runnable news;
    private final Runnable waiting;
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

    /**
     * @param ledger who may read what
     * @param store where events lie
     * @param retention how much is kept
     * @param clock what time it is
     * @param news told whenever there are new events
     * @param waiting told whenever {@link #flush} has something to do
     */
    public Messages(
            Ledger ledger,
            ServiceSlot<StateStore> store,
            Retention retention,
            Clock clock,
            Runnable news,
            Runnable waiting) {
        this.ledger = ledger;
        this.log = new EventLog(new EventStore(store), retention, clock);
        this.clock = clock;
        this.news = news;
        this.waiting = waiting;
    }

    @Override
    public String send(String userId, String fromApp, NewMessage message) {
        Topics.check(message);
        String toApp = message.toApp();
        if (toApp != null && !reads(userId, toApp)) {
            throw new NotFoundException("There is no app " + toApp + " that may read events of user " + userId
                    + "; the grant needs events:read.");
        }
        Entry entry =
                new Entry(0, clock.instant(), message.topic(), userId, fromApp, toApp, message.payload(), List.of());
        Pending pending = log.add(entry);
        if (pending == null) {
            throw new UnavailableException("Too many events wait to be written; try again.", Duration.ofSeconds(1));
        }
        try {
            flush();
        } catch (ByenatosException failed) {
            waiting.run();
            throw failed;
        }
        return Long.toString(pending.seq());
    }

    @Override
    public void tell(CoreEvent event) {
        String userId = event.userId();
        if (userId != null
                && forgotten.contains(userId)
                && ledger.tables().directory().user(userId).isEmpty()) {
            return;
        }
        if (log.add(CoreEvents.entry(event)) == null) {
            log.lose();
        }
        waiting.run();
    }

    @Override
    public void forget(String userId) {
        forgotten.add(userId);
        log.forget(userId);
    }

    @Override
    public void missed() {
        log.lose();
        waiting.run();
    }

    @Override
    public EventPage read(Caller caller, EventQuery query) {
        Reader reader = Reader.of(caller, ledger.tables().directory(), clock.instant());
        Spaces spaces = log.spaces();
        long last = spaces.last();
        String after = query.after();
        long start = after == null ? last : position(after);
        boolean unknown = start < 0 || start > last;
        long from = unknown ? 0 : start;
        List<Entry> raw = spaces.between(reader.scopes().keySet(), from, last, LOOKED_AT);
        // Asked after reading: what went meanwhile was said to be lost before it went.
        boolean gap = unknown || spaces.lostAfter(reader.scopes().keySet(), from);
        List<Event> events = new ArrayList<>();
        for (Entry entry : raw) {
            if (entry.topic().equals(EventLog.GAP) || query.wants(entry.topic())) {
                Disclosure.of(entry, reader).ifPresent(events::add);
            }
        }
        boolean more = raw.size() == LOOKED_AT;
        long end = more ? raw.get(raw.size() - 1).seq() : last;
        return new EventPage(events, Long.toString(end), gap, more);
    }

    /** Writes and shows what waits, if anything does. */
    public void flush() {
        // Reading what is kept may find that the last writer ended in the middle, which is worth telling.
        log.spaces();
        if (log.waiting() && log.flush()) {
            news.run();
        }
    }

    /** Takes away what is too old. */
    public void trim() {
        log.trim();
    }

    /** Writes what waits, and that nothing is in hand any more. */
    public void close() {
        log.close();
    }

    private boolean reads(String userId, String appId) {
        GrantEntry entry = ledger.tables().directory().grant(userId, appId);
        return entry != null
                && entry.grant().validAt(clock.instant())
                && entry.grant().scopes().contains(Scope.EVENTS_READ);
    }

    /** The position that a text stands for, -1 if it is none of ours. */
    private static long position(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
