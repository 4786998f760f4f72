package org.byenatos.applifecycle;

import java.time.Duration;
import java.util.Set;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.app.Authenticator;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.SessionManager;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.app.User;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.common.Json;
import org.byenatos.api.ipc.EventSignal;
import org.byenatos.api.ipc.PersonalizationIpc;
import org.byenatos.applifecycle.ipc.Retention;
import org.byenatos.applifecycle.share.DayQuotas;

/** The module as a test starts it: the services that others see, over a store and a clock of the test's. */
public final class Core {

    public static final AppLimits SETTINGS_LIMITS =
            new AppLimits(6_000, 10_000_000, 12, 1_000, 1_000_000, Priority.NORMAL);

    public static final Settings SETTINGS = new Settings(
            SETTINGS_LIMITS,
            4,
            Duration.ofHours(24),
            new Retention(100, 100_000, Duration.ofHours(72)),
            5,
            8,
            Duration.ofHours(1));

    public final MemoryStateStore store;
    public final MovableClock clock;
    public final TestTokens tokens;
    public final AppLifecycle module;
    public final AppRegistry apps;
    public final UserDirectory users;
    public final SessionManager sessions;
    public final Authenticator authenticator;
    public final AppScheduler scheduler;
    public final PersonalizationIpc ipc;

    /** The module with nothing stored yet. */
    public Core() {
        this(new MemoryStateStore(), new MovableClock(), new TestTokens());
        module.bindStore(store);
    }

    private Core(MemoryStateStore store, MovableClock clock, TestTokens tokens) {
        this.store = store;
        this.clock = clock;
        this.tokens = tokens;
        this.module = new AppLifecycle(tokens, SETTINGS, clock);
        this.apps = new AppRegistryService(module);
        this.users = new UserDirectoryService(module);
        this.sessions = new SessionManagerService(module);
        this.authenticator = new AuthenticatorService(module);
        this.scheduler = new AppSchedulerService(module);
        this.ipc = new PersonalizationIpcService(module);
    }

    /** Another instance over the same store, as after a restart or a swap. */
    public Core restarted() {
        Core next = new Core(store, clock, tokens);
        next.module.bindStore(store);
        return next;
    }

    /** Another instance over the same store that has not been given it yet. */
    public Core withoutStore() {
        return new Core(store, clock, tokens);
    }

    /** What apps added today. */
    public DayQuotas quotas() {
        return module.quotas();
    }

    /** Shows what was told, as the module does some milliseconds later. */
    public void flush() {
        module.messages().flush();
    }

    /** Takes old events away, as the module does every now and then. */
    public void trim() {
        module.messages().trim();
    }

    /** Stops the module in good order. */
    public void stop() {
        module.stop();
    }

    /** Tells a listener of news from now on. */
    public void hear(EventSignal signal) {
        module.addSignal(signal);
    }

    /** Clears away what is over, as the module does every now and then. */
    public void sweep() {
        module.sessions().sweep().run();
    }

    /** An app that the owner registered. */
    public RegisteredApp register(String appId, Scope... scopes) {
        return apps.register(registration(appId, scopes), true);
    }

    /** What an app says of itself. */
    public static AppRegistration registration(String appId, Scope... scopes) {
        return new AppRegistration(appId, "Reader", "1.0", "Ann", "Reads.", Set.of(scopes), null, null);
    }

    /** A session on the owner. */
    public NewSession open(String appId) {
        return open(appId, "{}");
    }

    /** A session on the owner with a context. */
    public NewSession open(String appId, String context) {
        return sessions.open(appId, new SessionRequest(User.OWNER, Duration.ofHours(1), new Json(context)));
    }
}
