package org.byenatos.api.app;

import java.util.Locale;

/** Where an app stands. */
public enum AppStatus {
    /** Registered itself; waits for the owner's approval and can do nothing. */
    PENDING,
    /** May open sessions. */
    ACTIVE,
    /** Stopped by the owner for a while. */
    PAUSED;

    /** The word for it in the contract, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
