package org.byenatos.applifecycle.session;

import java.time.Clock;
import java.util.function.Predicate;
import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.Ledger;
import org.byenatos.applifecycle.state.SessionEntry;
import org.byenatos.applifecycle.state.Tables;

/**
 * Clears away what is over: expired sessions and those of apps that are gone wholly; of sessions whose grant was revoked
 * the context, while the rest stays until it expires so that the app is told. Thread-safe.
 */
public final class Sweep {

    private final Ledger ledger;
    private final Clock clock;
    private final Contexts contexts;

    Sweep(Ledger ledger, Clock clock, Contexts contexts) {
        this.ledger = ledger;
        this.clock = clock;
        this.contexts = contexts;
    }

    /** Clears all sessions. */
    public void run() {
        Tables tables = ledger.tables();
        Directory directory = tables.directory();
        clear(session -> over(directory, session));
        tables.sessions()
                .where(session -> session.hasContext() && Standing.revoked(directory, session))
                .forEach(session -> locked(session, this::clearContext));
        clearUsedGrants(directory);
    }

    /** A one-time grant goes when the session that used it up has ended. */
    private void clearUsedGrants(Directory directory) {
        for (GrantEntry used : directory.grants(grant -> grant.usedBy() != null)) {
            ledger.change((tables, store) -> {
                GrantEntry present = tables.directory()
                        .grant(used.grant().userId(), used.grant().appId());
                String usedBy = used.usedBy();
                boolean over = used.equals(present)
                        && usedBy != null
                        && tables.sessions().find(usedBy) == null;
                if (over) {
                    store.delete(Keys.grant(used.grant().userId(), used.grant().appId()));
                    tables.directory().remove(used);
                }
                return over;
            });
        }
    }

    /** Clears the sessions of one app, those whose grant was revoked wholly. */
    void makeRoom(String appId) {
        Directory directory = ledger.tables().directory();
        clear(session ->
                session.appId().equals(appId) && (over(directory, session) || Standing.revoked(directory, session)));
    }

    private void clear(Predicate<SessionEntry> over) {
        ledger.tables()
                .sessions()
                .where(over)
                .forEach(session -> locked(
                        session, (tables, store, present) -> SessionEnd.remove(present, tables, store, contexts)));
    }

    private void clearContext(Tables tables, StateStore store, SessionEntry present) {
        SessionEnd.removeContext(present, tables, store, contexts);
    }

    private boolean over(Directory directory, SessionEntry session) {
        return session.expiredAt(clock.instant()) || directory.app(session.appId()) == null;
    }

    private void locked(SessionEntry session, Clearing clearing) {
        ledger.beside((tables, store) -> {
            synchronized (contexts.lock(session.sessionId())) {
                SessionEntry present = tables.sessions().find(session.sessionId());
                if (present != null) {
                    clearing.clear(tables, store, present);
                }
                return present != null;
            }
        });
    }

    @FunctionalInterface
    private interface Clearing {
        void clear(Tables tables, StateStore store, SessionEntry present);
    }
}
