package org.byenatos.personalizationmemory.invocation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers how often components were handed out, of late and in memory only. Thread-safe. */
public final class BehaviorCache {

    private static final int MOST_USERS = 32;
    private static final int MOST_COMPONENTS = 1_000;
    private static final double HALF_USED = 5;

    private final Map<String, Map<String, Integer>> handedOut = bounded(MOST_USERS);

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Notes that components were handed out. */
    synchronized void handedOut(String userId, Collection<String> componentIds) {
        Map<String, Integer> counts = handedOut.computeIfAbsent(userId, user -> bounded(MOST_COMPONENTS));
        componentIds.forEach(id -> counts.merge(id, 1, Integer::sum));
    }

    /** How often each component of a user was handed out that was so lately. */
    synchronized Map<String, Integer> uses(String userId) {
        Map<String, Integer> counts = handedOut.get(userId);
        return counts == null ? Map.of() : new HashMap<>(counts);
    }

    /** How much a component is used that was handed out so many times, 0..1: never 0, five times 0.5. */
    static double use(int times) {
        return times / (times + HALF_USED);
    }
}
