package org.byenatos.applifecycle;

import org.byenatos.api.app.App;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.runtime.CallGate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the shares of apps. */
@Component(service = AppScheduler.class)
public final class AppSchedulerService implements AppScheduler {

    private final CallGate gate;
    private final AppScheduler shares;

    /** @param module what the calls go to */
    @Activate
    public AppSchedulerService(@Reference AppLifecycle module) {
        this.gate = module.gate();
        this.shares = module.shares();
    }

    @Override
    public Admission admit(App app, @Nullable String sessionId) {
        return gate.call(() -> shares.admit(app, sessionId));
    }

    @Override
    public Allowance draw(App app, long records, long bytes) {
        return gate.call(() -> shares.draw(app, records, bytes));
    }
}
