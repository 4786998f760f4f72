package org.byenatos.ai.engine.bpe;

import java.util.Arrays;

/** The ids of tokens by their texts, all texts in one array: needed as long as a file is read. */
final class TokenNames {

    /** Not the id of a token. */
    static final int UNKNOWN = -1;

    private char[] texts = new char[1 << 16];
    private int[] ends = new int[1 << 12];
    private int[] ids = new int[1 << 12];
    private int[] slots = new int[1 << 13];
    private int size;

    /** Knows a token; the later of two with one text counts. */
    void put(String token, int id) {
        if (size + 1 == ends.length) {
            grow();
        }
        int start = end(size);
        if (start + token.length() > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(2 * texts.length, start + token.length()));
        }
        token.getChars(0, token.length(), texts, start);
        int slot = slot(texts, start, token.length());
        if (slots[slot] == 0) {
            size++;
            ends[size] = start + token.length();
            slots[slot] = size;
        }
        ids[slots[slot]] = id;
    }

    /** The id of a token, {@link #UNKNOWN} if there is none. */
    int id(char[] text, int start, int length) {
        int token = slots[slot(text, start, length)];
        return token == 0 ? UNKNOWN : ids[token];
    }

    /** The ids of the tokens of one character. */
    CharacterIds characters() {
        CharacterIds characters = new CharacterIds();
        for (int token = 1; token <= size; token++) {
            int length = end(token) - end(token - 1);
            int first = length == 0 ? 0 : Character.codePointAt(texts, end(token - 1), end(token));
            if (Character.charCount(first) == length) {
                characters.put(first, ids[token]);
            }
        }
        return characters;
    }

    /** Tokens count from 1, so that an empty slot is 0. */
    private int end(int token) {
        return ends[token];
    }

    private int slot(char[] text, int start, int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
        while (slots[slot] != 0 && !isText(slots[slot], text, start, length)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isText(int token, char[] text, int start, int length) {
        return Arrays.equals(texts, end(token - 1), end(token), text, start, start + length);
    }

    private void grow() {
        ends = Arrays.copyOf(ends, 2 * ends.length);
        ids = Arrays.copyOf(ids, ends.length);
        slots = new int[2 * ends.length];
        for (int token = 1; token <= size; token++) {
            slots[slot(texts, end(token - 1), end(token) - end(token - 1))] = token;
        }
    }
}
