package org.byenatos.security.audit;

import org.byenatos.api.error.InvalidInputException;

/**
 * A place in the log: what comes after in the list is before it in the files.
 *
 * @param sequence the number of the line that was looked at last
 * @param offset where it starts in its file
 */
record LineCursor(long sequence, long offset) {

    /** After the newest line. */
    static final LineCursor END = new LineCursor(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Nothing is left. */
    static final LineCursor START = new LineCursor(0, 0);

    private static final String FORM = "\\d{1,18}-\\d{1,18}";

    /** @throws InvalidInputException if the text is no cursor */
    static LineCursor parse(String text) {
        if (!text.matches(FORM)) {
            throw invalid();
        }
        String[] parts = text.split("-", 2);
        return new LineCursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    String text() {
        return sequence + "-" + offset;
    }

    static InvalidInputException invalid() {
        return new InvalidInputException("/cursor", "is no cursor of this list");
    }
}
