package org.byenatos.applifecycle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.ipc.EventSignal;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.security.Tokens;
import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.app.Apps;
import org.byenatos.applifecycle.app.Users;
import org.byenatos.applifecycle.ipc.Messages;
import org.byenatos.applifecycle.session.SessionParts;
import org.byenatos.applifecycle.share.AppShares;
import org.byenatos.applifecycle.share.DayQuotas;
import org.byenatos.applifecycle.state.Ids;
import org.byenatos.applifecycle.state.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The entry of this module: wires its parts to the state store, which may come later, go and be replaced. The services
 * that others see stand beside and hand every call through the gate to the parts.
 */
@Component(service = AppLifecycle.class, immediate = true, configurationPid = Settings.PID)
@Designate(ocd = AppLifecycleConfiguration.class)
public final class AppLifecycle {

    private static final Logger LOG = System.getLogger(AppLifecycle.class.getName());
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final ServiceSlot<StateStore> store = ServiceSlot.of("DataFileSystem");
    private final CallGate gate = new CallGate("AppLifecycle", DRAIN);
    private final Ledger ledger;
    private final Apps apps;
    private final Users users;
    private final SessionParts sessions;
    private final DayQuotas quotas;
    private final AppShares shares;
    private final Signals signals = new Signals();
    private final Messages messages;
    private final Waker teller;
    private final Repeater sweeper;

    /**
     * @param tokens makes and recognises tokens
     * @param configuration the values
     * @param keys the names that are set, to find misspelt ones
     */
    @Activate
    public AppLifecycle(@Reference Tokens tokens, AppLifecycleConfiguration configuration, Map<String, Object> keys) {
        this(tokens, Settings.of(configuration, keys.keySet()), Clock.tickMillis(ZoneOffset.UTC));
    }

    AppLifecycle(Tokens tokens, Settings settings, Clock clock) {
        this.ledger = new Ledger(store, clock);
        Ids ids = new Ids();
        Apps.Limits limits = new Apps.Limits(settings.limits(), settings.pendingApps(), settings.keyOverlap());
        this.apps = new Apps(ledger, tokens, clock, ids, limits);
        this.users = new Users(ledger, tokens, clock, ids);
        this.sessions = SessionParts.of(ledger, tokens, clock, ids, settings.sessionsPerApp());
        this.quotas = new DayQuotas(ledger, clock);
        this.shares = new AppShares(System::nanoTime, settings.runningRequests(), quotas);
        this.teller = new Waker("byenatos-events", this::tell);
        this.messages = new Messages(ledger, store, settings.events(), clock, signals::news, teller::wake);
        this.sweeper = new Repeater("byenatos-sessions", settings.sweepEvery(), this::sweep);
    }

    /** Begins to clear away expired sessions; the first time reads the tables, so that no request has to. */
    @Activate
    void start() {
        sweeper.start();
        teller.start();
        teller.wake();
    }

    @Deactivate
    void stop() {
        gate.close();
        sweeper.close();
        teller.close();
        try {
            quotas.write(appIds());
            messages.close();
        } catch (ByenatosException away) {
            LOG.log(
                    Level.WARNING,
                    "Counts and events of the last moments could not be written: {0}",
                    away.getMessage());
        }
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindStore(StateStore provider) {
        store.bind(provider);
    }

    void unbindStore(StateStore provider) {
        store.unbind(provider);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    void addSignal(EventSignal signal) {
        signals.add(signal);
    }

    void removeSignal(EventSignal signal) {
        signals.remove(signal);
    }

    /** Says that what somebody may read may have changed. */
    void news() {
        signals.news();
    }

    DayQuotas quotas() {
        return quotas;
    }

    Messages messages() {
        return messages;
    }

    /** What every call from outside passes. */
    CallGate gate() {
        return gate;
    }

    AppRegistry apps() {
        return apps;
    }

    UserDirectory users() {
        return users;
    }

    SessionParts sessions() {
        return sessions;
    }

    AppScheduler shares() {
        return shares;
    }

    private void sweep() {
        sessions.sweep().run();
        shares.keepOnly(appIds());
        quotas.write(appIds());
        messages.trim();
    }

    private void tell() {
        messages.flush();
    }

    private Set<String> appIds() {
        return apps.list().stream().map(App::appId).collect(Collectors.toSet());
    }
}
