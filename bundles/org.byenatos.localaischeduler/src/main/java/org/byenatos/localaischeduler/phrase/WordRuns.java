package org.byenatos.localaischeduler.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.byenatos.localaischeduler.text.StopWords;
import org.byenatos.localaischeduler.text.Token;

/**
 * Cuts tokens into runs of words that say something: at stop words, numbers, punctuation and other scripts, as RAKE
 * does (Rose, Engel, Cramer, Cowley: "Automatic keyword extraction from individual documents", 2010). Immutable.
 */
final class WordRuns {

    /** Words in -ly that are no adverbs. */
    private static final Set<String> NO_ADVERBS = Set.of(
            "family",
            "july",
            "italy",
            "reply",
            "supply",
            "assembly",
            "fly",
            "butterfly",
            "anomaly",
            "belly",
            "jelly",
            "ally",
            "bully",
            "monopoly",
            "emily",
            "sally",
            "molly",
            "lily",
            "kelly",
            "billy",
            "holy",
            "ugly",
            "silly",
            "poly",
            "fully-fledged",
            "curly",
            "elderly",
            "homily",
            "melancholy",
            "multiply",
            "apply",
            "rely");

    /** After these an English word is a verb, which names nothing. */
    private static final Set<String> BEFORE_VERBS = Set.of(
            "i",
            "you",
            "he",
            "she",
            "it",
            "we",
            "they",
            "who",
            "can",
            "could",
            "may",
            "might",
            "must",
            "shall",
            "should",
            "will",
            "would",
            "don't",
            "doesn't",
            "didn't",
            "can't",
            "couldn't",
            "won't",
            "wouldn't",
            "i'll",
            "you'll",
            "he'll",
            "she'll",
            "we'll",
            "they'll",
            "i'd",
            "you'd",
            "he'd",
            "she'd",
            "we'd",
            "they'd",
            "let's",
            "i've",
            "you've",
            "we've",
            "they've",
            "never",
            "always",
            "please");

    private static final Pattern NUMBER =
            Pattern.compile("(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+");

    private final StopWords stopWords;
    private final String language;

    WordRuns(StopWords stopWords, String language) {
        this.stopWords = stopWords;
        this.language = language;
    }

    /**
     * A word in a run.
     *
     * @param text as it stands in the text
     * @param key in lower case, without plural or possessive
     * @param named whether it looks like a name: a capital although no sentence begins with it, or several capitals
     * @param start where it begins
     */
    record Word(String text, String key, boolean named, int start) {}

    List<List<Word>> of(List<Token> tokens) {
        List<List<Word>> runs = new ArrayList<>();
        List<Word> run = new ArrayList<>();
        boolean begins = true;
        boolean verb = false;
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.WORD && !verb && says(token.text())) {
                run.add(word(token, begins));
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
            begins = token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.NUMBER;
            verb = language.equals("en") && BEFORE_VERBS.contains(token.text().toLowerCase(Locale.ROOT));
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private boolean says(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (lower.length() < 2
                || stopWords.contains(language, lower)
                || NUMBER.matcher(lower).matches()) {
            return false;
        }
        return !language.equals("en") || !lower.endsWith("ly") || NO_ADVERBS.contains(lower);
    }

    private Word word(Token token, boolean begins) {
        String text = token.text();
        int apostrophe = Math.max(text.lastIndexOf("'s"), text.lastIndexOf("’s"));
        boolean possessive = apostrophe > 0 && apostrophe == text.length() - 2;
        String bare = possessive ? text.substring(0, apostrophe) : text;
        boolean capital = Character.isUpperCase(bare.charAt(0));
        boolean capitals = bare.chars().filter(Character::isUpperCase).count() > 1;
        boolean named = capitals || (capital && !begins && !language.equals("de"));
        return new Word(bare, key(bare.toLowerCase(Locale.ROOT)), named, token.start());
    }

    /** Takes an English plural for its singular; what it makes of other words does no harm as a key. */
    private String key(String word) {
        if (!language.equals("en") || word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean sibilant =
                word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses");
        return word.substring(0, word.length() - (sibilant ? 2 : 1));
    }
}
