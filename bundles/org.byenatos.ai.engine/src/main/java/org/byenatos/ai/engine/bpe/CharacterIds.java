package org.byenatos.ai.engine.bpe;

import java.util.Arrays;

/** The ids of tokens that are one character. */
final class CharacterIds {

    private static final int FREE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private int[] characters;
    private int[] ids;
    private int size;

    CharacterIds() {
        characters = new int[1 << 8];
        ids = new int[characters.length];
        Arrays.fill(characters, FREE);
    }

    void put(int character, int id) {
        if (3 * size >= 2 * characters.length) {
            grow();
        }
        int slot = slot(character);
        size += characters[slot] == FREE ? 1 : 0;
        characters[slot] = character;
        ids[slot] = id;
    }

    /** The id, {@link TokenNames#UNKNOWN} if there is none. */
    int id(int character) {
        int slot = slot(character);
        return characters[slot] == FREE ? TokenNames.UNKNOWN : ids[slot];
    }

    private int slot(int character) {
        int slot = (character * SPREAD) >>> Integer.numberOfLeadingZeros(characters.length - 1);
        while (characters[slot] != FREE && characters[slot] != character) {
            slot = (slot + 1) & (characters.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] before = characters;
        int[] beforeIds = ids;
        characters = new int[2 * before.length];
        ids = new int[characters.length];
        Arrays.fill(characters, FREE);
        for (int i = 0; i < before.length; i++) {
            if (before[i] != FREE) {
                int slot = slot(before[i]);
                characters[slot] = before[i];
                ids[slot] = beforeIds[i];
            }
        }
    }
}
