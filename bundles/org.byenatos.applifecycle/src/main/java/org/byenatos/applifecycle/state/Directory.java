package org.byenatos.applifecycle.state;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppStatus;
import org.byenatos.api.app.User;
import org.jspecify.annotations.Nullable;

/** Apps, users and grants in memory. Any thread may read; {@link Ledger#change} lets one at a time write. */
public final class Directory {

    private final ConcurrentMap<String, AppEntry> apps = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> appsByKey = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, UserEntry> users = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> usersByToken = new ConcurrentHashMap<>();
    private final ConcurrentMap<GrantEntry.Key, GrantEntry> grants = new ConcurrentHashMap<>();

    /** The app with this identifier. */
    public @Nullable AppEntry app(String appId) {
        return apps.get(appId);
    }

    /** The app whose key has this hash. */
    public @Nullable AppEntry appByKey(String keyHash) {
        String appId = appsByKey.get(keyHash);
        AppEntry entry = appId == null ? null : apps.get(appId);
        return entry != null && entry.keyHash().equals(keyHash) ? entry : null;
    }

    /** All apps, by identifier. */
    public List<App> apps() {
        return apps.values().stream()
                .map(AppEntry::app)
                .sorted(Comparator.comparing(App::appId))
                .toList();
    }

    /** How many apps await approval. */
    public long pendingApps() {
        return apps.values().stream()
                .filter(entry -> entry.app().status() == AppStatus.PENDING)
                .count();
    }

    /** The user with this identifier. */
    public Optional<User> user(String userId) {
        return Optional.ofNullable(users.get(userId)).map(UserEntry::user);
    }

    /** The identifier of the user whose token has this hash. */
    public @Nullable String userByToken(String tokenHash) {
        return usersByToken.get(tokenHash);
    }

    /** All users, by identifier. */
    public List<User> users() {
        return users.values().stream()
                .map(UserEntry::user)
                .sorted(Comparator.comparing(User::userId))
                .toList();
    }

    /** The grant of a user to an app. */
    public @Nullable GrantEntry grant(String userId, String appId) {
        return grants.get(new GrantEntry.Key(userId, appId));
    }

    /** All grants to an app. */
    public List<GrantEntry> grantsTo(String appId) {
        return grants.values().stream()
                .filter(entry -> entry.grant().appId().equals(appId))
                .toList();
    }

    /** Adds an app or puts it in place of the one before, whose key ends then. */
    public void put(AppEntry entry) {
        AppEntry before = apps.put(entry.app().appId(), entry);
        appsByKey.put(entry.keyHash(), entry.app().appId());
        if (before != null && !before.keyHash().equals(entry.keyHash())) {
            appsByKey.remove(before.keyHash());
        }
    }

    /** Adds a user. */
    public void put(UserEntry entry) {
        users.put(entry.user().userId(), entry);
        String tokenHash = entry.tokenHash();
        if (tokenHash != null) {
            usersByToken.put(tokenHash, entry.user().userId());
        }
    }

    /** Adds a grant or puts it in place of the one before. */
    public void put(GrantEntry entry) {
        grants.put(entry.key(), entry);
    }

    /** Removes an app. */
    public void remove(AppEntry entry) {
        apps.remove(entry.app().appId());
        appsByKey.remove(entry.keyHash());
    }

    /** Removes a grant. */
    public void remove(GrantEntry entry) {
        grants.remove(entry.key());
    }
}
