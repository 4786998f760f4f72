package org.byenatos.ai.engine.bpe;

/**
 * What words are made of.
 *
 * @param characters tokens that are one character
 * @param bytes tokens that stand for a byte, by its value
 * @param merges how longer tokens come to be
 * @param largestId of all tokens
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pieces(CharacterIds characters, int[] bytes, Merges merges, int largestId) {

    /** Puts a character at the end of a word, or the bytes of its UTF-8 if it is no token. */
    void add(int character, Word word) {
        int id = characters.id(character);
        if (id != TokenNames.UNKNOWN) {
            word.add(id);
        } else if (character < 0x80) {
            word.add(bytes[character]);
        } else if (character < 0x800) {
            word.add(bytes[0xc0 | (character >> 6)]);
            following(character, 0, word);
        } else if (character < 0x10000) {
            word.add(bytes[0xe0 | (character >> 12)]);
            following(character, 6, word);
        } else {
            word.add(bytes[0xf0 | (character >> 18)]);
            following(character, 12, word);
        }
    }

    private void following(int character, int highest, Word word) {
        for (int shift = highest; shift >= 0; shift -= 6) {
            word.add(bytes[0x80 | ((character >> shift) & 0x3f)]);
        }
    }
}
