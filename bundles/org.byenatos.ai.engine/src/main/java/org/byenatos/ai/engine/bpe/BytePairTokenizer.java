package org.byenatos.ai.engine.bpe;

import java.io.IOException;
import java.nio.file.Path;
import org.byenatos.ai.engine.text.LongTexts;

/**
 * A tokenizer of one family: characters folded one by one, words by classes of characters, byte pairs within words, and
 * bytes for characters that the vocabulary lacks. Gives the ids that Hugging Face's tokenizers give for the same file, as far as
 * both know the same characters. Thread-safe.
 */
public final class BytePairTokenizer {

    private final WordPattern words;
    private final Letters letters;
    private final Pieces pieces;

    BytePairTokenizer(WordPattern words, Pieces pieces) {
        this.words = words;
        this.letters = new Letters(words);
        this.pieces = pieces;
    }

    /**
     * Reads a tokenizer.
     *
     * @param file a {@code tokenizer.json}
     * @throws IOException if it is none, or one of another family; the message says what differs
     */
    public static BytePairTokenizer open(Path file) throws IOException {
        return TokenizerReader.read(file);
    }

    /** The largest id that it gives. */
    public int largestId() {
        return pieces.largestId();
    }

    /**
     * Finds the tokens of a text, without special ones.
     *
     * @param most further tokens are left out
     * @param tokens gets them
     */
    public void read(String text, int most, Tokens tokens) {
        fold(LongTexts.beginning(text, most), tokens.letters);
        Numbers all = tokens.letters;
        tokens.ids.clear();
        for (int start = 0; start < all.size() && tokens.size() < most; ) {
            int end = wordEnd(all, start);
            if (end == start) {
                start++;
            } else {
                word(tokens, start, end, most);
                start = end;
            }
        }
    }

    private void fold(String text, Numbers folded) {
        folded.clear();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            letters.append(character, folded);
            i += Character.charCount(character);
        }
    }

    /** Where the word ends that starts at a place; the place itself if none does. */
    private int wordEnd(Numbers all, int start) {
        int first = Integer.lowestOneBit(Letters.alternatives(all.get(start)));
        if (first == 0) {
            return start;
        }
        int last = Math.min(all.size(), start + words.longest()[Integer.numberOfTrailingZeros(first)]);
        int end = start + 1;
        while (end < last && (Letters.alternatives(all.get(end)) & first) != 0) {
            end++;
        }
        return end;
    }

    private void word(Tokens tokens, int start, int end, int most) {
        Word word = tokens.word;
        word.clear();
        for (int i = start; i < end; i++) {
            pieces.add(Letters.character(tokens.letters.get(i)), word);
        }
        word.merge(pieces.merges());
        for (int i = 0; i < word.size() && tokens.size() < most; i++) {
            tokens.ids.add(word.id(i));
        }
    }
}
