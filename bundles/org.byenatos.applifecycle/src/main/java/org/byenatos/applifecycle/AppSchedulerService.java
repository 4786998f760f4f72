package org.byenatos.applifecycle;

import org.byenatos.api.app.App;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.runtime.CallGate;
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
    public void admit(App app) {
        gate.run(() -> shares.admit(app));
    }
}
