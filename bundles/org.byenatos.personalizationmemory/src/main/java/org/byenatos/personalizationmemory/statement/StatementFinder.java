package org.byenatos.personalizationmemory.statement;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.personalizationmemory.text.Language;

/**
 * Finds what a person says about themselves in a record, by rules: precise rather than greedy. Stateless after its
 * rules are read, thread-safe; the same record always gives the same statements.
 */
public final class StatementFinder {

    /** Nobody says more about themselves in one record, unless it is none of theirs. */
    private static final int MOST = 40;

    private final SentenceReader english;
    private final SentenceReader chinese;

    /** Reads the rules. */
    public StatementFinder() {
        Names names = new Names(Resource.lines("aliases.txt"));
        Themes themes = new Themes(Resource.lines("themes.txt"));
        english = new SentenceReader(new RuleBook(Resource.lines("rules-en.txt")), names, themes);
        chinese = new SentenceReader(new RuleBook(Resource.lines("rules-zh.txt")), names, themes);
    }

    /**
     * The statements in their order.
     *
     * @param record any record
     * @param userId whose it is
     */
    public List<Statement> find(HinataRecord record, String userId) {
        List<Statement> found = new ArrayList<>();
        for (String text : OwnWords.of(record, userId)) {
            for (Sentence sentence : Sentences.of(text)) {
                for (Statement statement : readers(sentence).read(sentence, record.tag())) {
                    found.add(Titles.named(statement, record));
                }
            }
        }
        return found.size() > MOST ? List.of() : found.stream().distinct().toList();
    }

    private SentenceReader readers(Sentence sentence) {
        return Language.of(sentence.text()) == Language.CHINESE ? chinese : english;
    }
}
