package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.util.Locale;
import org.byenatos.api.Credential;
import org.byenatos.api.app.Caller;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.security.AuditLog;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;

/**
 * The one door. Every outside call passes {@link #enter}: who calls, how much they may ask, the call itself (which says
 * first what it requires of the caller), and an audit line whatever comes of it. Thread-safe.
 */
public final class ApiGateway {

    private final Modules modules;
    private final CallGate gate;
    private final AuditLog audit;
    private final Clock clock;

    /**
     * @param modules what does the work
     * @param gate every call passes it, so that a swap of this module waits for them
     * @param audit where lines go
     * @param clock what time it is
     */
    public ApiGateway(Modules modules, CallGate gate, AuditLog audit, Clock clock) {
        this.modules = modules;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /** A call behind the door. */
    @FunctionalInterface
    interface Call<R extends @Nullable Object> {

        /** Checks what it requires of the caller, then does the work. */
        R run(Caller caller, AuditLine line);
    }

    <R extends @Nullable Object> R enter(Credential credential, String action, Call<R> call) {
        return gate.call(() -> admitted(credential, action, call));
    }

    private <R extends @Nullable Object> R admitted(Credential credential, String action, Call<R> call) {
        AuditLine line = new AuditLine();
        String actor = "unknown";
        try {
            Caller caller = modules.authenticator().call(known -> known.identify(credential.token()));
            actor = caller.actor();
            takeShare(caller);
            R result = call.run(caller, line);
            audit.append(line.entry(clock.instant(), actor, action, "ok"));
            return result;
        } catch (ByenatosException refused) {
            audit.append(line.entry(clock.instant(), actor, action, outcome(refused)));
            throw refused;
        } catch (RuntimeException broken) {
            audit.append(line.entry(clock.instant(), actor, action, "failed"));
            throw broken;
        }
    }

    private void takeShare(Caller caller) {
        if (caller instanceof Caller.AppForUser app) {
            modules.appScheduler().run(scheduler -> scheduler.admit(app.app()));
        } else if (caller instanceof Caller.AppItself app) {
            modules.appScheduler().run(scheduler -> scheduler.admit(app.app()));
        }
    }

    private static String outcome(ByenatosException refused) {
        String type = refused.getClass().getSimpleName();
        return type.substring(0, type.length() - "Exception".length()).toLowerCase(Locale.ROOT);
    }
}
