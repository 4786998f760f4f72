package org.byenatos.api.ai.model;

import java.util.Locale;

/** What has become of a model. */
public enum ModelState {
    /** It lies on disk and can be loaded. */
    AVAILABLE,
    /** It is being loaded. */
    LOADING,
    /** It is in memory. */
    LOADED,
    /** It cannot be used. */
    REFUSED;

    /** The word for it in the contract, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
