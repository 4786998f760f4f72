package org.byenatos.api.app;

import java.util.Arrays;
import java.util.Optional;

/** What a grant can allow an app to do with a user's data. */
public enum Scope {
    HINATA_WRITE("hinata:write"),
    HINATA_READ_OWN("hinata:read:own"),
    /** Implies {@link #HINATA_READ_OWN}. */
    HINATA_READ("hinata:read"),
    HINATA_READ_RESTRICTED("hinata:read:restricted"),
    /** PSPs that say only what is general: nothing that identifies the person or others, no words of records. */
    PSP_BASIC("psp:basic"),
    PSP_READ("psp:read"),
    MEMORY_READ("memory:read"),
    MEMORY_WRITE("memory:write"),
    AI_COMPUTE("ai:compute"),
    EVENTS_READ("events:read"),
    MESSAGES_WRITE("messages:write");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The word for it in the contract. */
    public String word() {
        return word;
    }

    /** The scope with this word, if there is one. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
