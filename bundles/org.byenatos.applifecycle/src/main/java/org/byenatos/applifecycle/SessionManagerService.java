package org.byenatos.applifecycle;

import java.util.Optional;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.Session;
import org.byenatos.api.app.SessionManager;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.common.Json;
import org.byenatos.api.runtime.CallGate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the sessions. */
@Component(service = SessionManager.class)
public final class SessionManagerService implements SessionManager {

    private final CallGate gate;
    private final SessionManager sessions;
    private final Runnable news;

    /** @param module what the calls go to */
    @Activate
    public SessionManagerService(@Reference AppLifecycle module) {
        this.gate = module.gate();
        this.sessions = module.sessions().manager();
        this.news = module::news;
    }

    @Override
    public NewSession open(String appId, SessionRequest request) {
        return gate.call(() -> sessions.open(appId, request));
    }

    @Override
    public Optional<Session> find(String sessionId) {
        return gate.call(() -> sessions.find(sessionId));
    }

    @Override
    public Json updateContext(String sessionId, Json mergePatch) {
        return gate.call(() -> sessions.updateContext(sessionId, mergePatch));
    }

    @Override
    public String activity(String sessionId) {
        return gate.call(() -> sessions.activity(sessionId));
    }

    @Override
    public boolean close(String sessionId) {
        boolean open = gate.call(() -> sessions.close(sessionId));
        news.run();
        return open;
    }
}
