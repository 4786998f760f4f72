package org.byenatos.applifecycle.session;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.Session;
import org.byenatos.api.app.SessionManager;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.state.Documents;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.Ledger;
import org.byenatos.applifecycle.state.SessionEntry;
import org.byenatos.applifecycle.state.Tables;

/** The sessions, kept in the state store. Thread-safe. */
public final class Sessions implements SessionManager {

    private final Ledger ledger;
    private final Clock clock;
    private final Contexts contexts;
    private final SessionOpening opening;

    Sessions(Ledger ledger, Clock clock, Contexts contexts, SessionOpening opening) {
        this.ledger = ledger;
        this.clock = clock;
        this.contexts = contexts;
        this.opening = opening;
    }

    @Override
    public NewSession open(String appId, SessionRequest request) {
        return opening.open(appId, request);
    }

    @Override
    public Optional<Session> find(String sessionId) {
        Tables tables = ledger.tables();
        SessionEntry entry = tables.sessions().find(sessionId);
        return entry == null || !Standing.open(tables.directory(), entry, clock.instant())
                ? Optional.empty()
                : Optional.of(entry.session(contexts.of(entry)));
    }

    @Override
    public Json updateContext(String sessionId, Json mergePatch) {
        return ledger.beside((tables, store) -> {
            synchronized (contexts.lock(sessionId)) {
                SessionEntry entry = tables.sessions().find(sessionId);
                if (entry == null || !Standing.open(tables.directory(), entry, clock.instant())) {
                    throw new NotFoundException("There is no open session " + sessionId + ".");
                }
                Json merged = AppContext.stored(contexts.read(entry, store))
                        .merge(mergePatch)
                        .json();
                save(entry, merged, tables, store);
                return merged;
            }
        });
    }

    @Override
    public String activity(String sessionId) {
        return find(sessionId)
                .map(session -> AppContext.stored(session.context()).activity())
                .orElse("");
    }

    @Override
    public boolean close(String sessionId) {
        return ledger.beside((tables, store) -> {
            synchronized (contexts.lock(sessionId)) {
                SessionEntry entry = tables.sessions().find(sessionId);
                if (entry == null) {
                    return false;
                }
                boolean open = Standing.open(tables.directory(), entry, clock.instant());
                SessionEnd.remove(entry, tables, store, contexts);
                return open;
            }
        });
    }

    private void save(SessionEntry entry, Json context, Tables tables, StateStore store) {
        SessionEntry changed = entry.withContext(true);
        Map<StateKey, Json> documents = new HashMap<>();
        documents.put(Keys.context(entry), context);
        if (!entry.hasContext()) {
            documents.put(Keys.session(entry), Documents.of(changed));
        }
        store.putAll(documents);
        contexts.remember(entry.sessionId(), context);
        tables.sessions().replace(changed);
    }
}
