package org.byenatos.api.hinata;

import java.util.Locale;

/** Who besides the app that submitted a record may see it. */
public enum Access {
    /** The app that submitted it, alone. */
    PRIVATE,
    /** Also apps with {@code hinata:read}. */
    SHARED,
    /** Also apps with {@code hinata:read:restricted}; never part of a PSP. */
    RESTRICTED,
    /** As shared, and part of a public export. */
    PUBLIC;

    /** The word for it in the contract, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
