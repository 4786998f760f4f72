package org.byenatos.applifecycle.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppLimits;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.AppUpdate;
import org.byenatos.api.app.NewKey;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.User;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
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
import org.jspecify.annotations.Nullable;

/** The apps, kept in the state store. Thread-safe. */
public final class Apps implements AppRegistry {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final Ledger ledger;
    private final Tokens tokens;
    private final Clock clock;
    private final Limits limits;
    private final Removal removal;
    private final OwnerGrants grants;
    private final AppIds appIds;

    /**
     * What is usual and what is most.
     *
     * @param usual what an app may have where nothing is said
     * @param pendingApps how many may await approval
     * @param keyOverlap for how long earlier keys stay good where nothing is said
     */
    public record Limits(AppLimits usual, int pendingApps, Duration keyOverlap) {}

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
        this.grants = new OwnerGrants(new GrantIds(ids), clock);
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
    public App update(String appId, AppUpdate update, boolean byOwner) {
        Rules.check(update);
        if (!byOwner && !isForTheApp(update)) {
            throw new PermissionDeniedException(
                    "An app changes neither its status nor its limits nor its origins; this needs the owner's token.");
        }
        return ledger.change((tables, store) -> {
            AppEntry entry = existing(tables, appId);
            boolean pending = entry.app().status() == AppStatus.PENDING;
            if (update.status() != null && pending) {
                throw new ConflictException("App " + appId + " awaits approval: POST /apps/" + appId + "/approve.");
            }
            App changed = AppChanges.apply(entry.app(), update);
            boolean granted = byOwner && !pending && update.scopes() != null;
            save(store, tables.directory(), entry.with(changed), granted);
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
            if (entry.app().status() == AppStatus.ACTIVE && grants.holdsAllOf(tables.directory(), entry.app())) {
                return entry.app();
            }
            App active = AppChanges.withStatus(entry.app(), AppStatus.ACTIVE);
            save(store, tables.directory(), entry.with(active), true);
            return active;
        });
    }

    @Override
    public NewKey rotateKey(String appId, @Nullable Duration overlap) {
        Duration kept = overlap == null ? limits.keyOverlap() : overlap;
        if (kept.isNegative() || kept.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidInputException("/overlap_seconds", "must be 0 to " + LONGEST_OVERLAP.toSeconds());
        }
        String key = tokens.mint(TokenKind.APP);
        String hash = tokens.hash(key);
        return ledger.change((tables, store) -> {
            Instant now = clock.instant();
            AppEntry entry = existing(tables, appId).withKey(hash, now, now.plus(kept));
            save(store, tables.directory(), entry, false);
            return new NewKey(key, now.plus(kept));
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

    private static boolean isForTheApp(AppUpdate update) {
        return update.status() == null
                && update.origins() == null
                && update.limits().equals(AppLimits.Changes.NONE);
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
                requests == null ? limits.usual() : limits.usual().with(AppLimits.Changes.requests(requests)),
                status,
                clock.instant(),
                wanted.origins());
    }

    /** Writes an app, and its grant on the owner with it if it gets one: both or none. */
    private void save(StateStore store, Directory directory, AppEntry entry, boolean granted) {
        Map<StateKey, Json> documents = new HashMap<>();
        documents.put(Keys.app(entry.app().appId()), Documents.of(entry));
        GrantEntry grant = granted ? grants.onOwner(directory, entry.app()) : null;
        if (grant != null) {
            documents.put(Keys.grant(User.OWNER, entry.app().appId()), Documents.of(grant));
        }
        store.putAll(documents);
        directory.put(entry);
        if (grant != null) {
            directory.put(grant);
        } else if (granted) {
            takeBack(store, directory, entry.app());
        }
    }

    private static void takeBack(StateStore store, Directory directory, App app) {
        GrantEntry before = directory.grant(User.OWNER, app.appId());
        if (before != null) {
            store.delete(Keys.grant(User.OWNER, app.appId()));
            directory.remove(before);
        }
    }

    private static AppEntry existing(Tables tables, String appId) {
        AppEntry entry = tables.directory().app(appId);
        if (entry == null) {
            throw new NotFoundException("There is no app " + appId + ".");
        }
        return entry;
    }
}
