package org.byenatos.api.upkeep;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The receipt of an erasure.
 *
 * @param userId who was erased
 * @param counts how many things went, by what they were
 * @param keyDestroyed whether there was a key, and so whether backups hold noise now
 * @param erasedAt when
 */
public record Erasure(String userId, Map<String, Long> counts, boolean keyDestroyed, Instant erasedAt) {

    public Erasure {
        counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** The same with something more that went. */
    public Erasure with(String what, long count) {
        Map<String, Long> more = new TreeMap<>(counts);
        more.merge(what, count, Long::sum);
        return new Erasure(userId, more, keyDestroyed, erasedAt);
    }
}
