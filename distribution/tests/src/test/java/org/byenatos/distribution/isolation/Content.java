package org.byenatos.distribution.isolation;

import org.byenatos.api.hinata.Access;

/**
 * One content of a record.
 *
 * @param marker a word that nothing else has
 * @param access its level
 */
record Content(String marker, Access access) {

    /** A statement that the memory learns, so that PSPs have it too. */
    String note() {
        return "I'm allergic to " + marker + ".";
    }
}
