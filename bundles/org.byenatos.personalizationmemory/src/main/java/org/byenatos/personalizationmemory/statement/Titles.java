package org.byenatos.personalizationmemory.statement;

import java.util.regex.Pattern;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.personalizationmemory.text.Quotation;

/** Puts a note's title before a statement on somebody whom only the title may name. */
final class Titles {

    private static final int LONGEST = 60;

    private static final Pattern PRONOUN =
            Pattern.compile("^(?:she|he|they)\\b|\\b(?:him|her)\\b|^[他她]", Pattern.CASE_INSENSITIVE);

    private Titles() {}

    static Statement named(Statement statement, HinataRecord record) {
        String title = Quotation.plain(record.highlight());
        if (statement.kind() != Kind.RELATIONSHIP
                || title.isEmpty()
                || title.length() > LONGEST
                || record.note().isBlank()
                || !PRONOUN.matcher(statement.quote()).find()) {
            return statement;
        }
        return new Statement(
                statement.kind(), statement.subject(), title + " … " + statement.quote(), statement.language());
    }
}
