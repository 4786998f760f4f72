package org.byenatos.personalizationmemory.statement;

import org.byenatos.personalizationmemory.text.Language;

/**
 * What a person says about themselves, in one sentence of one record.
 *
 * @param kind what it is about
 * @param subject the same as a key
 * @param quote the person's own words
 * @param language what they are written in
 */
public record Statement(Kind kind, Subject subject, String quote, Language language) {

    /** Personal content stays out of logs. */
    @Override
    public String toString() {
        return "Statement[" + kind + "]";
    }
}
