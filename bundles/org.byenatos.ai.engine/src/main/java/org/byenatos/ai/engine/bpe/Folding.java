package org.byenatos.ai.engine.bpe;

import java.text.Normalizer;

/**
 * The normalizers NFKD, StripAccents, Lowercase and NFC in this order, a character at a time. What marks would compose is
 * gone with them, so that characters act on each other only in Korean: {@link #composed}.
 */
final class Folding {

    private static final int MARKS = (1 << Character.NON_SPACING_MARK)
            | (1 << Character.COMBINING_SPACING_MARK)
            | (1 << Character.ENCLOSING_MARK);
    private static final int REPLACEMENT = 0xfffd;

    private static final int SYLLABLES = 0xac00;
    private static final int LEADS = 0x1100;
    private static final int VOWELS = 0x1161;
    private static final int TAILS = 0x11a7;
    private static final int LEAD_COUNT = 19;
    private static final int VOWEL_COUNT = 21;
    private static final int TAIL_COUNT = 28;

    private Folding() {}

    /** What becomes of a character: often one, nothing of a mark. A surrogate alone is a replacement character. */
    static int[] fold(int character) {
        int real =
                character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE ? REPLACEMENT : character;
        String apart = Normalizer.normalize(Character.toString(real), Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < apart.length(); i = apart.offsetByCodePoints(i, 1)) {
            int part = apart.codePointAt(i);
            if (((MARKS >> Character.getType(part)) & 1) == 0) {
                plain.appendCodePoint(Character.toLowerCase(part));
            }
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC).codePoints().toArray();
    }

    /** The Korean syllable that two neighbours become, 0 if they stay two. */
    static int composed(int before, int character) {
        int lead = before - LEADS;
        int vowel = character - VOWELS;
        if (lead >= 0 && lead < LEAD_COUNT && vowel >= 0 && vowel < VOWEL_COUNT) {
            return SYLLABLES + (lead * VOWEL_COUNT + vowel) * TAIL_COUNT;
        }
        int syllable = before - SYLLABLES;
        int tail = character - TAILS;
        boolean open = syllable >= 0 && syllable < LEAD_COUNT * VOWEL_COUNT * TAIL_COUNT && syllable % TAIL_COUNT == 0;
        return open && tail > 0 && tail < TAIL_COUNT ? before + tail : 0;
    }
}
