package org.byenatos.api.psp;

import java.util.Locale;

/** The layers of a PSP; {@link #share} is the part of the token budget that a layer gets before the rest is passed on. */
public enum Layer {
    /** Stable: rules, values, preferences, facts. */
    CORE(0.20),
    /** Present focus, goals, priorities. */
    WORKING(0.40),
    /** What worked, corrections, feedback; lives on what other layers leave. */
    LEARNING(0.0),
    /** What this question needs. */
    CONTEXT(0.30),
    /** The last minutes. */
    BUFFER(0.10);

    private final double share;

    Layer(double share) {
        this.share = share;
    }

    /** Part of the token budget, 0..1. */
    public double share() {
        return share;
    }

    /** The word for it in the contract, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
