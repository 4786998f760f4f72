package org.byenatos.virtualcore;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.byenatos.api.ModuleStatus;
import org.byenatos.virtualcore.gateway.Kernel;
import org.byenatos.virtualcore.runtime.RuntimeManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the core serves: all modules active. Behind {@code /health/ready}. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=Byenatos modules", "hc.tags=ready"})
public final class ReadyCheck implements HealthCheck {

    private final RuntimeManager runtime;

    /** @param kernel whose modules are checked */
    @Activate
    public ReadyCheck(@Reference Kernel kernel) {
        this.runtime = kernel.runtime();
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        for (ModuleStatus module : runtime.status().modules()) {
            if (module.state().equals("active")) {
                log.info("{} {} is active", module.name(), module.version());
            } else {
                log.temporarilyUnavailable("{} is {}", module.name(), module.state());
            }
        }
        return new Result(log);
    }
}
