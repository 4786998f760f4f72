package org.byenatos.api.security;

import org.jspecify.annotations.Nullable;

/** What a token stands for; its prefix makes a leaked token recognisable. */
public enum TokenKind {
    /** The owner of the daemon. */
    OWNER("byo_"),
    /** An app, to open sessions. */
    APP("bya_"),
    /** One app acting for one user. */
    SESSION("bys_"),
    /** A user, for their own data. */
    USER("byu_");

    private final String prefix;

    TokenKind(String prefix) {
        this.prefix = prefix;
    }

    /** What a token of this kind begins with. */
    public String prefix() {
        return prefix;
    }

    /** The kind of a token, by its prefix; {@code null} if it has none of them. */
    public static @Nullable TokenKind of(String token) {
        for (TokenKind kind : values()) {
            if (token.startsWith(kind.prefix)) {
                return kind;
            }
        }
        return null;
    }
}
