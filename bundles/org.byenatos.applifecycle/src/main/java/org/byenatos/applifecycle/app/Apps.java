package org.byenatos.applifecycle.app;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.User;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.security.TokenKind;
import org.byenatos.api.security.Tokens;
import org.byenatos.api.state.StateKey;
import org.byenatos.api.state.StateStore;
import org.byenatos.applifecycle.state.AppEntry;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.Documents;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.Ids;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.Ledger;
import org.byenatos.applifecycle.state.Tables;

/** The apps, kept in the state store. Thread-safe. */
public final class Apps implements AppRegistry {

    private final Ledger ledger;
    private final Tokens tokens;
    private final Clock clock;
    private final Limits limits;
    private final Removal removal;
    private final GrantIds grantIds;
    private final AppIds appIds;

    /**
     * What is usual and what is most.
     *
     * @param requestsPerMinute an app's share where it asks for none
     * @param pendingApps how many may await approval
     */
    public record Limits(int requestsPerMinute, int pendingApps) {}

    /**
     * @param ledger where apps are kept
     * @param tokens makes keys
     * @param clock what time it is
     * @param ids makes identifiers
     * @param limits what is usual and what is most
     */
    public Apps(Ledger ledger, Tokens tokens, Clock clock, Ids ids, Limits limits) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.clock = clock;
        this.limits = limits;
        this.removal = new Removal();
        this.grantIds = new GrantIds(ids);
        this.appIds = new AppIds(ids);
    }

    @Override
    public RegisteredApp register(AppRegistration registration, boolean byOwner) {
        Rules.check(registration);
        String key = tokens.mint(TokenKind.APP);
        String hash = tokens.hash(key);
        return ledger.change((tables, store) -> {
            Directory directory = tables.directory();
            App app = newApp(registration, byOwner ? AppStatus.ACTIVE : AppStatus.PENDING, directory);
            save(store, directory, new AppEntry(app, hash), byOwner);
            Set<Scope> scopes = app.requestedScopes();
            return new RegisteredApp(app, key, byOwner ? scopes : Set.of(), byOwner ? Set.of() : scopes);
        });
    }

    @Override
    public Optional<App> find(String appId) {
        return Optional.ofNullable(ledger.tables().directory().app(appId)).map(AppEntry::app);
    }

    @Override
    public List<App> list() {
        return ledger.tables().directory().apps();
    }

    @Override
    public App update(String appId, AppUpdate update) {
        Rules.check(update);
        return ledger.change((tables, store) -> {
            AppEntry entry = existing(tables, appId);
            if (update.status() != null && entry.app().status() == AppStatus.PENDING) {
                throw new ConflictException("App " + appId + " awaits approval: POST /apps/" + appId + "/approve.");
            }
            App changed = AppChanges.apply(entry.app(), update);
            save(store, tables.directory(), entry.with(changed), false);
            return changed;
        });
    }

    @Override
    public App approve(String appId) {
        return ledger.change((tables, store) -> {
            AppEntry entry = existing(tables, appId);
            if (entry.app().status() == AppStatus.PAUSED) {
                throw new ConflictException("App " + appId + " is paused, not pending; set its status to active.");
            }
            if (entry.app().status() == AppStatus.ACTIVE) {
                return entry.app();
            }
            App active = AppChanges.withStatus(entry.app(), AppStatus.ACTIVE);
            save(store, tables.directory(), entry.with(active), true);
            return active;
        });
    }

    @Override
    public String rotateKey(String appId) {
        String key = tokens.mint(TokenKind.APP);
        String hash = tokens.hash(key);
        return ledger.change((tables, store) -> {
            App app = existing(tables, appId).app();
            save(store, tables.directory(), new AppEntry(app, hash), false);
            return key;
        });
    }

    @Override
    public boolean remove(String appId) {
        return ledger.change((tables, store) -> {
            AppEntry entry = tables.directory().app(appId);
            if (entry != null) {
                removal.remove(entry, tables, store);
            }
            return entry != null;
        });
    }

    private App newApp(AppRegistration wanted, AppStatus status, Directory directory) {
        String appId = wanted.appId();
        if (appId == null) {
            appId = appIds.from(wanted.name(), taken -> directory.app(taken) != null);
        } else if (directory.app(appId) != null) {
            throw new ConflictException("The app_id " + appId + " is taken; choose another or leave it out.");
        }
        if (status == AppStatus.PENDING && directory.pendingApps() >= limits.pendingApps()) {
            throw new LimitExceededException(
                    "Too many apps await approval; the owner must approve or remove some first.",
                    Duration.ofMinutes(1));
        }
        Integer requests = wanted.requestsPerMinute();
        return new App(
                appId,
                wanted.name(),
                wanted.version(),
                AppChanges.orNone(wanted.developer()),
                AppChanges.orNone(wanted.description()),
                wanted.scopes(),
                AppChanges.orNone(wanted.webhookUrl()),
                requests == null ? limits.requestsPerMinute() : requests,
                status,
                clock.instant());
    }

    /** Writes an app, and its grant on the owner with it if it gets one: both or none. */
    private void save(StateStore store, Directory directory, AppEntry entry, boolean granted) {
        Map<StateKey, Json> documents = new HashMap<>();
        documents.put(Keys.app(entry.app().appId()), Documents.of(entry));
        GrantEntry grant = granted && !entry.app().requestedScopes().isEmpty()
                ? grantIds.next(directory, onOwner(entry.app()), clock.instant())
                : null;
        if (grant != null) {
            documents.put(Keys.grant(User.OWNER, entry.app().appId()), Documents.of(grant));
        }
        store.putAll(documents);
        if (grant != null) {
            directory.put(grant);
        }
        directory.put(entry);
    }

    private static Grant onOwner(App app) {
        return new Grant(User.OWNER, app.appId(), app.requestedScopes(), null);
    }

    private static AppEntry existing(Tables tables, String appId) {
        AppEntry entry = tables.directory().app(appId);
        if (entry == null) {
            throw new NotFoundException("There is no app " + appId + ".");
        }
        return entry;
    }
}
