package org.byenatos.datafilesystem.index.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Makes index words of a text in any language: widths and accents folded, lower case; English words stemmed (Porter),
 * irregular forms too, and without possessives; Chinese, Japanese and Korean as single characters and as pairs of
 * neighbours, which found as much as a segmenter does without needing one. Every word is kept: which are too common to
 * ask for, the question decides. Thread-safe.
 */
public final class TextAnalyzer extends Analyzer {

    /** Changes whenever the words of a text change, so that an index made before is made anew. */
    public static final String VERSION = "2";

    private static final String FIELD = "text";
    private static final Set<String> BY_SPACES = Set.of(
            StandardTokenizer.TOKEN_TYPES[StandardTokenizer.ALPHANUM],
            StandardTokenizer.TOKEN_TYPES[StandardTokenizer.NUM]);

    /**
     * An index word and where it comes from.
     *
     * @param word of the index
     * @param written as the text writes it
     * @param apart whether the script writes words apart, so that it is a word to a person as well
     */
    record Token(String word, String written, boolean apart) {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(new CJKWidthFilter(source)));
        words = new CJKBigramFilter(words, everyScript(), true);
        return new TokenStreamComponents(
                source, new PorterStemFilter(new IrregularForms(new ASCIIFoldingFilter(words))));
    }

    private static int everyScript() {
        return CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
    }

    /** The words of a text, in order, with repetitions. */
    public List<String> words(String text) {
        List<String> words = new ArrayList<>();
        read(text, stream -> {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            return () -> words.add(word.toString());
        });
        return words;
    }

    /** The words of a text as {@link #words} gives them, each with where it comes from. */
    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        read(text, stream -> {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            return () -> tokens.add(new Token(
                    word.toString(),
                    text.substring(place.startOffset(), place.endOffset()),
                    BY_SPACES.contains(type.type())));
        });
        return tokens;
    }

    /** @param reader is given the stream, and says what to do at each word of it */
    private void read(String text, Function<TokenStream, Runnable> reader) {
        try (TokenStream stream = tokenStream(FIELD, text)) {
            Runnable each = reader.apply(stream);
            stream.reset();
            while (stream.incrementToken()) {
                each.run();
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a word is a single Chinese character, which says less than a pair. */
    public static boolean isSingleIdeograph(String word) {
        return word.codePointCount(0, word.length()) == 1 && Character.isIdeographic(word.codePointAt(0));
    }
}
