package org.byenatos.applifecycle.session;

import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.state.Documents;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.SessionEntry;
import org.byenatos.applifecycle.state.Tables;

/** Takes sessions away; to be done with the lock of their context held. Stateless, and safe to repeat. */
final class SessionEnd {

    private SessionEnd() {}

    /** Removes a session and its context. */
    static void remove(SessionEntry session, Tables tables, StateStore store, Contexts contexts) {
        if (session.hasContext()) {
            store.delete(Keys.context(session));
        }
        store.delete(Keys.session(session));
        tables.sessions().remove(session);
        contexts.forget(session.sessionId());
    }

    /** Removes the context of a session that stays to be told why it may do nothing any more. */
    static void removeContext(SessionEntry session, Tables tables, StateStore store, Contexts contexts) {
        SessionEntry bare = session.withContext(false);
        store.delete(Keys.context(session));
        store.put(Keys.session(session), Documents.of(bare));
        tables.sessions().replace(bare);
        contexts.forget(session.sessionId());
    }
}
