package org.byenatos.personalizationmemory.general;

/** Which way something is said of a thing. */
enum Sign {
    FOR,
    AGAINST,
    WITHIN_LIMITS,
    NONE;

    /** The sign of a facet's value. */
    static Sign of(String value) {
        if (value.equals("no") || value.equals("dislike")) {
            return AGAINST;
        }
        return value.startsWith("not ") || value.startsWith("only ") ? WITHIN_LIMITS : FOR;
    }

    /** The sign that stands in the file of phrases. */
    static Sign written(String sign) {
        return switch (sign) {
            case "+" -> FOR;
            case "-" -> AGAINST;
            case "~" -> WITHIN_LIMITS;
            default -> throw new IllegalStateException("There is no sign " + sign);
        };
    }
}
