package org.byenatos.gateway.rest.json;

import java.util.Map;
import org.byenatos.api.upkeep.Erasure;

/** The shapes of answers about the care of what is kept. */
public final class UpkeepViews {

    private UpkeepViews() {}

    /** The receipt of an erasure. */
    public record ErasureView(String userId, String erasedAt, boolean keyDestroyed, Map<String, Long> counts) {
        public static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.userId(), erasure.erasedAt().toString(), erasure.keyDestroyed(), erasure.counts());
        }
    }
}
