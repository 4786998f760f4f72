package org.byenatos.api.ai.model;

import java.util.Locale;

/** How the vectors of tokens become one vector of the text. */
public enum Pooling {
    /** The graph does it: its output is one row a text. */
    NONE,
    /** The mean of the tokens that are no padding. */
    MEAN,
    /** The first token. */
    CLS;

    /** The word for it in {@code model.json}, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
