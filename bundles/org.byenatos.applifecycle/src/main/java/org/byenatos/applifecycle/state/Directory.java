package org.byenatos.applifecycle.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
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

    /** The app that a key with this hash opens the door to at a time. */
    public @Nullable AppEntry appByKey(String keyHash, Instant now) {
        String appId = appsByKey.get(keyHash);
        AppEntry entry = appId == null ? null : apps.get(appId);
        return entry != null && entry.opens(keyHash, now) ? entry : null;
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

    /** The entry of the user with this identifier. */
    public @Nullable UserEntry entry(String userId) {
        return users.get(userId);
    }

    /** Removes a user. */
    public void remove(UserEntry entry) {
        users.remove(entry.user().userId());
        String tokenHash = entry.tokenHash();
        if (tokenHash != null) {
            usersByToken.remove(tokenHash);
        }
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

    /** All grants that pass a test. */
    public List<GrantEntry> grants(Predicate<GrantEntry> test) {
        return grants.values().stream().filter(test).toList();
    }

    /** Adds an app or puts it in place of the one before; keys that it has no longer end then. */
    public void put(AppEntry entry) {
        AppEntry before = apps.put(entry.app().appId(), entry);
        List<String> present = entry.hashes();
        present.forEach(hash -> appsByKey.put(hash, entry.app().appId()));
        if (before != null) {
            before.hashes().stream().filter(hash -> !present.contains(hash)).forEach(appsByKey::remove);
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
        entry.hashes().forEach(appsByKey::remove);
    }

    /** Removes a grant. */
    public void remove(GrantEntry entry) {
        grants.remove(entry.key());
    }
}
