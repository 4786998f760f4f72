package org.byenatos.datafilesystem.index.text;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * English words that a question is made of and not about. They are in the index, so that a question of nothing else
 * still finds something. Chinese has no such list: pairs of characters weigh themselves by how rare they are.
 */
final class StopWords {

    private static final String ENGLISH = """
            a about am an and are as at be been being but by can could did do does done for from had has have having he
            her him his how i if in into is it its may me might my no not of on or our s shall she should such t that
            the their them then there these they this to us was we were what when where which who whom whose why will
            with would you your""";

    private final Set<String> words;

    StopWords(TextAnalyzer analyzer) {
        this.words = analyzer.words(ENGLISH).stream().collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a word is none of those. */
    boolean allow(String word) {
        return !words.contains(word);
    }
}
