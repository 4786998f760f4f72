package org.byenatos.virtualcore.gateway;

import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Session;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.virtualcore.runtime.Modules;

/** Looks sessions up. */
final class OpenSessions {

    private OpenSessions() {}

    /**
     * The open session with this identifier that concerns the caller.
     *
     * @throws NotFoundException if there is none; whether one exists that is another's stays unsaid
     */
    static Session find(Modules modules, Caller caller, String sessionId) {
        return modules.sessions()
                .call(sessions -> sessions.find(sessionId))
                .filter(session -> Requirements.concerns(caller, session.appId(), session.userId()))
                .orElseThrow(() -> new NotFoundException("There is no open session " + sessionId + "."));
    }
}
