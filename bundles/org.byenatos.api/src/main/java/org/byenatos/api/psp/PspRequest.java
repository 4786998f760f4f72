package org.byenatos.api.psp;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an app wants to know of the person.
 *
 * @param question what it is for, {@code null} for the person in general
 * @param activity what the app is doing now, in words, "" if it has not said
 * @param tokenBudget most tokens of the text, 50..100000
 * @param encoding how to count tokens
 * @param format how to write it
 * @param layers which layers, all if empty
 */
public record PspRequest(
        @Nullable String question,
        String activity,
        int tokenBudget,
        String encoding,
        PspFormat format,
        Set<Layer> layers) {

    /** Tokens where none are asked for. */
    public static final int DEFAULT_BUDGET = 800;

    /** The least budget that can be asked for. */
    public static final int MIN_BUDGET = 50;

    /** The largest budget that can be asked for. */
    public static final int MAX_BUDGET = 100_000;

    public PspRequest {
        layers = Set.copyOf(layers);
    }

    /** A request of an app of which it is not known what it is doing. */
    public PspRequest(
            @Nullable String question, int tokenBudget, String encoding, PspFormat format, Set<Layer> layers) {
        this(question, "", tokenBudget, encoding, format, layers);
    }

    /** The same of an app that is doing something. */
    public PspRequest during(String doing) {
        return new PspRequest(question, doing, tokenBudget, encoding, format, layers);
    }

    /** The question stays out of logs. */
    @Override
    public String toString() {
        return "PspRequest[" + tokenBudget + " tokens]";
    }
}
