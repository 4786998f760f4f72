package org.byenatos.personalizationmemory.learning;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.runtime.ServiceSlot;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of the people asked about lately. A profile is read anew after a few seconds, so that what others do to
 * the repository, such as erasing a user, shows soon. Thread-safe.
 */
public final class UserProfiles {

    private static final int MOST_USERS = 32;

    private final ServiceSlot<PspRepository> repository;
    private final long maxAgeNanos;
    private final LongSupplier nanoClock;
    private final Map<String, Aged> profiles = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Aged> eldest) {
            return size() > MOST_USERS;
        }
    };

    /** A profile and when it was read. */
    private record Aged(UserProfile profile, long readAt) {}

    /**
     * @param repository where the components lie
     * @param maxAge how long a profile is used before it is read again
     * @param nanoClock as {@link System#nanoTime}
     */
    public UserProfiles(ServiceSlot<PspRepository> repository, Duration maxAge, LongSupplier nanoClock) {
        this.repository = repository;
        this.maxAgeNanos = maxAge.toNanos();
        this.nanoClock = nanoClock;
    }

    /** The profile of a user, maybe a few seconds old. */
    public UserProfile get(String userId) {
        UserProfile cached = cached(userId);
        return cached != null ? cached : fresh(userId);
    }

    /** The profile as it lies in the repository now. */
    UserProfile fresh(String userId) {
        UserProfile profile = new UserProfile(repository.call(repository -> repository.components(userId)));
        remember(userId, profile);
        return profile;
    }

    /** Writes a revision, all or nothing, and keeps its outcome. */
    void write(String userId, UserProfile.Revision revision) {
        repository.run(repository -> repository.save(userId, revision.changed(), revision.deleted()));
        remember(userId, new UserProfile(List.copyOf(revision.all())));
    }

    /** Forgets what is held in memory of a user. */
    synchronized void drop(String userId) {
        profiles.remove(userId);
    }

    private synchronized @Nullable UserProfile cached(String userId) {
        Aged aged = profiles.get(userId);
        return aged != null && nanoClock.getAsLong() - aged.readAt() < maxAgeNanos ? aged.profile() : null;
    }

    private synchronized void remember(String userId, UserProfile profile) {
        profiles.put(userId, new Aged(profile, nanoClock.getAsLong()));
    }
}
