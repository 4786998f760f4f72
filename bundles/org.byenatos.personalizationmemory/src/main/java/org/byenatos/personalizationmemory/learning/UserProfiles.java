package org.byenatos.personalizationmemory.learning;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.runtime.ServiceSlot;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of the people asked about lately. Only a memory writes components, so a profile in memory is right as long
 * as no other memory is at work: while a predecessor may still finish its calls, profiles are read anew again and again;
 * later they are kept for some minutes. Thread-safe.
 */
public final class UserProfiles {

    private static final int MOST_USERS = 32;

    private final ServiceSlot<PspRepository> repository;
    private final Ages ages;
    private final LongSupplier nanoClock;
    private final long startedAt;
    private final Map<String, Aged> profiles = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Aged> eldest) {
            return size() > MOST_USERS;
        }
    };

    /** A profile and when it was read. */
    private record Aged(UserProfile profile, long readAt) {}

    /**
     * How long things are so.
     *
     * @param overlap how long after the start a predecessor may still write
     * @param overlapping how long a profile is used then, before it is read again
     * @param later how long a profile is used later
     */
    public record Ages(Duration overlap, Duration overlapping, Duration later) {

        /** What fits the time that modules have to finish their calls. */
        public static final Ages DEFAULT =
                new Ages(Duration.ofSeconds(15), Duration.ofMillis(500), Duration.ofMinutes(10));
    }

    /**
     * @param repository where the components lie
     * @param ages how long profiles are used
     * @param nanoClock as {@link System#nanoTime}
     */
    public UserProfiles(ServiceSlot<PspRepository> repository, Ages ages, LongSupplier nanoClock) {
        this.repository = repository;
        this.ages = ages;
        this.nanoClock = nanoClock;
        this.startedAt = nanoClock.getAsLong();
    }

    /** The profile of a user, to be read. */
    public UserProfile get(String userId) {
        UserProfile cached = cached(userId, overlapping() ? ages.overlapping() : ages.later());
        return cached != null ? cached : read(userId);
    }

    /** The profile of a user, to be changed. */
    UserProfile toChange(String userId) {
        UserProfile cached = overlapping() ? null : cached(userId, ages.later());
        return cached != null ? cached : read(userId);
    }

    /** Writes a revision, all or nothing, and keeps its outcome. */
    void write(String userId, UserProfile.Revision revision) {
        repository.run(repository -> repository.save(userId, revision.changed(), revision.deleted()));
        remember(userId, revision.after());
    }

    /** Forgets what is held in memory of a user. */
    synchronized void drop(String userId) {
        profiles.remove(userId);
    }

    /** Forgets what is held in memory: another repository has come. */
    public synchronized void clear() {
        profiles.clear();
    }

    private boolean overlapping() {
        return nanoClock.getAsLong() - startedAt < ages.overlap().toNanos();
    }

    private UserProfile read(String userId) {
        UserProfile profile = UserProfile.of(repository.call(repository -> repository.components(userId)));
        remember(userId, profile);
        return profile;
    }

    private synchronized @Nullable UserProfile cached(String userId, Duration age) {
        Aged aged = profiles.get(userId);
        return aged != null && nanoClock.getAsLong() - aged.readAt() < age.toNanos() ? aged.profile() : null;
    }

    private synchronized void remember(String userId, UserProfile profile) {
        profiles.put(userId, new Aged(profile, nanoClock.getAsLong()));
    }
}
