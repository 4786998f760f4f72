package org.byenatos.ai.engine.bpe;

import java.util.Arrays;

/**
 * Letters: characters folded, each in one number with the alternatives of the word pattern that take it. Each is found out
 * when it first occurs. Thread-safe: threads that race find out the same.
 */
final class Letters {

    /** A letter that no word has. */
    private static final int BREAK = ' ';

    private static final int NOTHING = -1;
    private static final int SEVERAL = -2;
    private static final int CHARACTER_BITS = 21;
    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;

    private final WordPattern words;
    private final int[] unknown = new int[PAGE];
    private final int[][] pages = new int[(Character.MAX_CODE_POINT + 1) >> PAGE_BITS][];

    Letters(WordPattern words) {
        this.words = words;
        Arrays.fill(pages, unknown);
    }

    /** The character of a letter. */
    static int character(int letter) {
        return letter & ((1 << CHARACTER_BITS) - 1);
    }

    /** The alternatives that take a letter, as bits. */
    static int alternatives(int letter) {
        return letter >>> CHARACTER_BITS;
    }

    /** Puts what becomes of a character at the end of a text. */
    void append(int character, Numbers text) {
        int known = pages[character >> PAGE_BITS][character & (PAGE - 1)];
        int found = known == 0 ? look(character) : known;
        if (found >= 0) {
            join(found, text);
        } else if (found == SEVERAL) {
            for (int part : Folding.fold(character)) {
                join(letter(part), text);
            }
        }
    }

    private int look(int character) {
        int[] page = pages[character >> PAGE_BITS];
        if (page == unknown) {
            page = new int[PAGE];
            pages[character >> PAGE_BITS] = page;
        }
        int found = found(Folding.fold(character));
        page[character & (PAGE - 1)] = found;
        return found;
    }

    private int found(int[] folded) {
        if (folded.length == 0) {
            return NOTHING;
        }
        boolean breaks = true;
        for (int part : folded) {
            breaks &= letter(part) == BREAK;
        }
        return breaks ? BREAK : folded.length == 1 ? letter(folded[0]) : SEVERAL;
    }

    private int letter(int character) {
        int alternatives = words.alternatives(character);
        return alternatives == 0 ? BREAK : (alternatives << CHARACTER_BITS) | character;
    }

    private void join(int letter, Numbers text) {
        int syllable = text.isEmpty() ? 0 : Folding.composed(character(text.last()), character(letter));
        if (syllable == 0) {
            text.add(letter);
        } else {
            text.replaceLast(letter(syllable));
        }
    }
}
