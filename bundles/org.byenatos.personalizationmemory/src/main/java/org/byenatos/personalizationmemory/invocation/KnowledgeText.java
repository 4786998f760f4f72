package org.byenatos.personalizationmemory.invocation;

import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.personalizationmemory.text.Origin;

/** How an app pastes a record into a prompt; what an enhancement counts. */
final class KnowledgeText {

    private KnowledgeText() {}

    /** {@code DATE AUTHOR: HIGHLIGHT}, then the note on a line of its own; without what the record does not have. */
    static String of(HinataRecord record) {
        String author = Origin.author(record);
        return Origin.day(record) + (author.isEmpty() ? "" : " " + author) + ": " + record.text() + "\n";
    }
}
