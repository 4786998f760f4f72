package org.byenatos.personalizationmemory.invocation;

import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.personalizationmemory.text.Origin;

/** How an app pastes a record into a prompt; what an enhancement counts. */
final class KnowledgeText {

    private KnowledgeText() {}

    /**
     * {@code 20260705 AUTHOR: HIGHLIGHT}, then the note on a line of its own; without what the record does not have. A date
     * without hyphens has half the tokens of one with them, so that more records fit.
     */
    static String of(HinataRecord record) {
        String author = Origin.author(record);
        return Origin.day(record).replace("-", "") + (author.isEmpty() ? "" : " " + author) + ": " + record.text()
                + "\n";
    }
}
