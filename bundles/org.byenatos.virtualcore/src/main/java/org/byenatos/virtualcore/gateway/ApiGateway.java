package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.byenatos.api.Credential;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.app.Caller;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.security.AuditLog;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;

/**
 * The one door. Every outside call passes {@link #enter}: who calls, how much they may ask, whether they may (the
 * call's rule), the call itself, and an audit line whatever comes of it. Thread-safe.
 */
public final class ApiGateway {

    private static final AppScheduler.Admission NO_SHARE = () -> {};

    private final Modules modules;
    private final CallGate gate;
    private final AuditLog audit;
    private final Clock clock;
    private final FailedAttempts attempts;

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
        this.attempts = new FailedAttempts(clock);
    }

    /**
     * Who may make a call.
     *
     * @param <A> what the call may do, all that it learns of the caller
     */
    @FunctionalInterface
    interface Rule<A> {

        /** What the caller may do; refuses who may not make the call. */
        A admit(Caller caller);
    }

    /** A call behind the door. */
    @FunctionalInterface
    interface Call<A, R extends @Nullable Object> {

        /** Does the work, within what was admitted. */
        R run(A admitted, AuditLine line);
    }

    /** A token was just made and handed out: whoever shows it is not guessing. */
    void made(String token) {
        attempts.made(token);
    }

    /** Lets a call in. There is no way in without a rule, and the call sees of the caller only what the rule hands on. */
    <A, R extends @Nullable Object> R enter(Credential credential, String action, Rule<A> rule, Call<A, R> call) {
        return gate.call(() -> admitted(credential, action, rule, call, false));
    }

    /**
     * Lets a call in that carries on one that was let in before: it takes nothing off a share, and leaves a line only if
     * something was read or refused.
     */
    <A, R extends @Nullable Object> R carryOn(Credential credential, String action, Rule<A> rule, Call<A, R> call) {
        return gate.call(() -> admitted(credential, action, rule, call, true));
    }

    private <A, R extends @Nullable Object> R admitted(
            Credential credential, String action, Rule<A> rule, Call<A, R> call, boolean carriedOn) {
        AuditLine line = new AuditLine();
        String actor = "unknown";
        try {
            Caller caller = identify(credential);
            actor = caller.actor();
            Requirements.mayBePage(caller, credential.origin());
            AppScheduler.Admission share = carriedOn ? NO_SHARE : takeShare(caller);
            R result = within(share, () -> run(rule.admit(caller), line, call));
            if (!carriedOn || line.counted()) {
                audit.append(line.entry(clock.instant(), actor, action, "ok"));
            }
            return result;
        } catch (ByenatosException refused) {
            audit.append(line.entry(clock.instant(), actor, action, outcome(refused)));
            throw refused;
        } catch (RuntimeException broken) {
            audit.append(line.entry(clock.instant(), actor, action, "failed"));
            throw broken;
        }
    }

    private Caller identify(Credential credential) {
        attempts.mayTry(credential);
        try {
            Caller caller = modules.authenticator().call(known -> known.identify(credential.token()));
            attempts.proved(credential);
            return caller;
        } catch (UnauthenticatedException wrong) {
            attempts.failed(credential);
            throw wrong;
        }
    }

    private static <A, R extends @Nullable Object> R run(A admitted, AuditLine line, Call<A, R> call) {
        if (admitted instanceof DataAccess access) {
            line.on(access);
        }
        return call.run(admitted, line);
    }

    private static <R extends @Nullable Object> R within(AppScheduler.Admission share, Supplier<R> call) {
        try {
            return call.get();
        } finally {
            share.close();
        }
    }

    private AppScheduler.Admission takeShare(Caller caller) {
        if (caller instanceof Caller.AppForUser app) {
            return modules.appScheduler()
                    .call(scheduler -> scheduler.admit(app.app(), app.session().sessionId()));
        }
        if (caller instanceof Caller.AppItself app) {
            return modules.appScheduler().call(scheduler -> scheduler.admit(app.app(), null));
        }
        return NO_SHARE;
    }

    private static String outcome(ByenatosException refused) {
        String type = refused.getClass().getSimpleName();
        return type.substring(0, type.length() - "Exception".length()).toLowerCase(Locale.ROOT);
    }
}
