package org.byenatos.personalizationmemory.statement;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.personalizationmemory.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a person says about themselves in a record, by rules: precise rather than greedy. Thread-safe; the same
 * record always gives the same statements.
 */
public final class StatementFinder {

    /** What is said beyond that in one record is left to search. */
    private static final int MOST = 40;

    private volatile @Nullable Readers readers;

    /** The rules, read. */
    private record Readers(SentenceReader english, SentenceReader chinese) {

        static Readers load() {
            Names names = new Names(Resource.lines("aliases.txt"));
            Themes themes = new Themes(Resource.lines("themes.txt"));
            return new Readers(
                    new SentenceReader(new RuleBook(Resource.lines("rules-en.txt")), names, themes),
                    new SentenceReader(new RuleBook(Resource.lines("rules-zh.txt")), names, themes));
        }

        SentenceReader of(Sentence sentence) {
            return Language.of(sentence.text()) == Language.CHINESE ? chinese : english;
        }
    }

    /**
     * The statements in their order.
     *
     * @param record any record
     * @param userId whose it is
     */
    public List<Statement> find(HinataRecord record, String userId) {
        Readers ready = readers();
        List<Statement> found = new ArrayList<>();
        for (String text : OwnWords.of(record, userId)) {
            for (Sentence sentence : Sentences.of(text)) {
                for (Statement statement : ready.of(sentence).read(sentence, record.tag())) {
                    found.add(Titles.named(statement, record));
                }
            }
        }
        return found.stream().distinct().limit(MOST).toList();
    }

    /** Reads the rules when they are needed first: that takes longer than the rest of a start. */
    private Readers readers() {
        Readers ready = readers;
        if (ready == null) {
            synchronized (this) {
                ready = readers;
                if (ready == null) {
                    ready = Readers.load();
                    readers = ready;
                }
            }
        }
        return ready;
    }
}
