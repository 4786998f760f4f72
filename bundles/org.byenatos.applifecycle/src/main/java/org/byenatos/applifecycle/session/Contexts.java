package org.byenatos.applifecycle.session;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.byenatos.api.common.Json;
import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.Ledger;
import org.byenatos.applifecycle.state.SessionEntry;
import org.jspecify.annotations.Nullable;

/** The contexts of sessions: in the store, and those last used in memory up to a bound. Thread-safe. */
final class Contexts {

    /** About what an entry weighs beside its text, in characters. */
    private static final int ENTRY = 200;

    private static final int MOST_WEIGHT = 2 * 1024 * 1024;

    private final Ledger ledger;
    private final LinkedHashMap<String, Json> recent = new LinkedHashMap<>(64, 0.75f, true);
    private final Object[] locks = new Object[64];
    private long weight;

    Contexts(Ledger ledger) {
        this.ledger = ledger;
        Arrays.setAll(locks, index -> new Object());
    }

    /** A session's context. */
    Json of(SessionEntry session) {
        if (!session.hasContext()) {
            return Json.EMPTY_OBJECT;
        }
        Json known = recent(session.sessionId());
        if (known != null) {
            return known;
        }
        return ledger.beside((tables, store) -> {
            synchronized (lock(session.sessionId())) {
                return read(session, store);
            }
        });
    }

    /** What to hold while a session's context is read or changed. */
    Object lock(String sessionId) {
        return locks[Math.floorMod(sessionId.hashCode(), locks.length)];
    }

    /** A session's context, read with its lock held. */
    Json read(SessionEntry session, StateStore store) {
        Json known = recent(session.sessionId());
        if (known == null) {
            known = session.hasContext()
                    ? store.get(Keys.context(session)).orElse(Json.EMPTY_OBJECT)
                    : Json.EMPTY_OBJECT;
            remember(session.sessionId(), known);
        }
        return known;
    }

    /** Remembers the context that a session has now. */
    synchronized void remember(String sessionId, Json context) {
        forget(sessionId);
        recent.put(sessionId, context);
        weight += weightOf(context);
        Iterator<Map.Entry<String, Json>> eldest = recent.entrySet().iterator();
        while (weight > MOST_WEIGHT && eldest.hasNext()) {
            weight -= weightOf(eldest.next().getValue());
            eldest.remove();
        }
    }

    /** Forgets the context of a session that is over. */
    synchronized void forget(String sessionId) {
        Json before = recent.remove(sessionId);
        if (before != null) {
            weight -= weightOf(before);
        }
    }

    private static int weightOf(Json context) {
        return ENTRY + context.text().length();
    }

    private synchronized @Nullable Json recent(String sessionId) {
        return recent.get(sessionId);
    }
}
