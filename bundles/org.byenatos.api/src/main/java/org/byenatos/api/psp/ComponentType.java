package org.byenatos.api.psp;

import java.util.Locale;

/** What kind of statement a component is. */
public enum ComponentType {
    CORE_INTEREST,
    CURRENT_GOAL,
    LEARNING_PREFERENCE,
    COMMUNICATION_STYLE,
    WORK_CONTEXT,
    PERSONAL_VALUE,
    FACT,
    RELATIONSHIP,
    ENVIRONMENT,
    TIMING;

    /** The word for it in the contract, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
