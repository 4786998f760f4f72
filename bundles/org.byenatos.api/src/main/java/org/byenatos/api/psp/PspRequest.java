package org.byenatos.api.psp;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an app wants to know of the person.
 *
 * @param question what it is for, {@code null} for the person in general
 * @param tokenBudget most tokens of the text, 50..100000
 * @param encoding how to count tokens
 * @param format how to write it
 * @param layers which layers, all if empty
 */
public record PspRequest(
        @Nullable String question, int tokenBudget, String encoding, PspFormat format, Set<Layer> layers) {

    /** Tokens where none are asked for. */
    public static final int DEFAULT_BUDGET = 800;

    /** The least budget that can be asked for. */
    public static final int MIN_BUDGET = 50;

    /** The largest budget that can be asked for. */
    public static final int MAX_BUDGET = 100_000;

    public PspRequest {
        layers = Set.copyOf(layers);
    }

    /** The question stays out of logs. */
    @Override
    public String toString() {
        return "PspRequest[" + tokenBudget + " tokens]";
    }
}
