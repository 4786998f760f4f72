package org.byenatos.applifecycle.state;

import java.security.SecureRandom;

/** Makes identifiers that nobody guesses or meets twice. Thread-safe. */
public final class Ids {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    /** Lower-case letters and digits, a good 5 bits each. */
    public String letters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
