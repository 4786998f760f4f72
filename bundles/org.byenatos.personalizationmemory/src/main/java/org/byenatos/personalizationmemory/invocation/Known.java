package org.byenatos.personalizationmemory.invocation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.personalizationmemory.learning.UserProfile;
import org.jspecify.annotations.Nullable;

/**
 * What of profiles may be seen and holds, remembered until something begins or ceases to hold, and as long as the profile is
 * in use. Thread-safe.
 */
final class Known {

    /** So many apps at a time ask for one person. */
    private static final int MOST_VISIBILITIES = 8;

    private final Map<UserProfile, Map<Visibility, Visible>> profiles = new WeakHashMap<>();

    List<Visible.Folded> of(UserProfile profile, Visibility visibility, Instant now) {
        Visible known = remembered(profile, visibility);
        if (known == null || !known.holdsAt(now)) {
            known = Visible.of(profile, visibility, now);
            remember(profile, visibility, known);
        }
        return known.components();
    }

    private synchronized @Nullable Visible remembered(UserProfile profile, Visibility visibility) {
        Map<Visibility, Visible> known = profiles.get(profile);
        return known == null ? null : known.get(visibility);
    }

    private synchronized void remember(UserProfile profile, Visibility visibility, Visible visible) {
        Map<Visibility, Visible> known = profiles.computeIfAbsent(profile, one -> new LinkedHashMap<>());
        if (known.size() >= MOST_VISIBILITIES) {
            known.clear();
        }
        known.put(visibility, visible);
    }
}
