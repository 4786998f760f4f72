package org.byenatos.virtualcore;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.byenatos.virtualcore.gateway.Kernel;
import org.byenatos.virtualcore.runtime.RuntimeManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the process is sound: some heap left. Behind {@code /health/live}. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=Byenatos memory", "hc.tags=live"})
public final class LiveCheck implements HealthCheck {

    private static final double FULL = 0.97;

    private final RuntimeManager runtime;

    /** @param kernel whose process is checked */
    @Activate
    public LiveCheck(@Reference Kernel kernel) {
        this.runtime = kernel.runtime();
    }

    @Override
    public Result execute() {
        double use = runtime.heapUse();
        String text = "%.0f%% of the heap in use".formatted(100 * use);
        return new Result(use > FULL ? Result.Status.WARN : Result.Status.OK, text);
    }
}
