package org.byenatos.datafilesystem.store;

import java.time.Instant;
import java.time.LocalDate;

/** Reads times as {@link Instant#toString} writes them. Stateless. */
final class Instants {
    private static final String DIGITS = "0000-00-00T00:00:00.000000000";
    private static final int SECONDS_END = 19;
    private static final int LONGEST = DIGITS.length() + 1;

    private Instants() {}

    /** The time that a text says, for a small part of what the general parser takes, which reads what is unusual. */
    static Instant parse(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        boolean whole = end == SECONDS_END;
        if ((!whole && end < SECONDS_END + 2) || end >= LONGEST || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char read = text.charAt(i);
            if (DIGITS.charAt(i) == '0' ? read < '0' || read > '9' : read != DIGITS.charAt(i)) {
                return false;
            }
        }
        return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, SECONDS_END) < 60;
    }

    private static Instant usual(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long minute = (day * 24 + number(text, 11, 13)) * 60 + number(text, 14, 16);
        return Instant.ofEpochSecond(minute * 60 + number(text, 17, SECONDS_END), nanos(text));
    }

    private static int nanos(String text) {
        int nanos = 0;
        for (int i = SECONDS_END + 1; i < DIGITS.length(); i++) {
            nanos = 10 * nanos + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
