package org.byenatos.personalizationmemory.general;

import org.byenatos.personalizationmemory.text.Language;

/**
 * Something general that can be said of a person, written by us and never by a record.
 *
 * @param english in English
 * @param chinese in Chinese
 */
record Phrase(String english, String chinese) {

    private static final String GAP = "{}";

    /** This phrase with its gap filled by another. */
    Phrase about(Phrase thing) {
        return new Phrase(english.replace(GAP, thing.english), chinese.replace(GAP, thing.chinese));
    }

    String in(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
