package org.byenatos.datafilesystem.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Tells from one look to the next whose records keep coming. For one thread. */
final class Arrivals {

    private final int most;
    private final Map<String, Arrival> known = new HashMap<>();

    private record Arrival(long last, int looks) {}

    /** @param most looks in a row at which a user's records keep coming; at the next they are taken not to */
    Arrivals(int most) {
        this.most = most;
    }

    /**
     * Those of the users whose records came since the last look, or who were not looked at then.
     *
     * @param lastSeq a user's last change
     */
    Set<String> among(Set<String> users, ToLongFunction<String> lastSeq) {
        known.keySet().retainAll(users);
        return users.stream()
                .filter(user -> keepComing(user, lastSeq.applyAsLong(user)))
                .collect(Collectors.toSet());
    }

    private boolean keepComing(String user, long last) {
        Arrival before = known.getOrDefault(user, new Arrival(-1, 0));
        boolean coming = before.last() != last && before.looks() < most;
        known.put(user, new Arrival(last, coming ? before.looks() + 1 : 0));
        return coming;
    }
}
