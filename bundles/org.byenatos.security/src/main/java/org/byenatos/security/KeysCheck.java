package org.byenatos.security;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.security.KeyRotation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the keys are there; without them nothing can be served. Behind {@code /health/ready}. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=Byenatos keys", "hc.tags=ready"})
public final class KeysCheck implements HealthCheck {

    private final KeyRotation keys;

    /** @param keys what is checked */
    @Activate
    public KeysCheck(@Reference KeyRotation keys) {
        this.keys = keys;
    }

    @Override
    public Result execute() {
        try {
            return new Result(
                    Result.Status.OK, "The keys come from " + keys.state().source() + ".");
        } catch (ModuleStoppedException stopped) {
            return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "The keys' module is being replaced.");
        } catch (ByenatosException failure) {
            return new Result(Result.Status.CRITICAL, failure.getMessage());
        }
    }
}
