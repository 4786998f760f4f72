package org.byenatos.virtualcore.attention;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.RecordRef;

/** The records seen at each place, of each the last few hundred: by then all that is counted has its full value. */
final class Places {

    private static final int MOST = 256;

    private final Map<String, LinkedHashMap<RecordRef, Seen>> places = new HashMap<>();

    void add(Seen seen) {
        if (seen.place.isEmpty()) {
            return;
        }
        LinkedHashMap<RecordRef, Seen> there = places.computeIfAbsent(seen.place, place -> new LinkedHashMap<>());
        there.put(seen.ref, seen);
        if (there.size() > MOST) {
            there.remove(there.keySet().iterator().next());
        }
    }

    void remove(Seen seen) {
        LinkedHashMap<RecordRef, Seen> there = places.get(seen.place);
        if (there != null && there.remove(seen.ref, seen) && there.isEmpty()) {
            places.remove(seen.place);
        }
    }

    Collection<Seen> at(String place) {
        LinkedHashMap<RecordRef, Seen> there = places.get(place);
        return there == null ? List.of() : there.values();
    }
}
