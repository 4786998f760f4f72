package org.byenatos.ai.engine.bpe;

import java.util.Arrays;

/** A list of numbers that grows and can be used again. */
final class Numbers {

    private int[] all;
    private int size;

    Numbers(int room) {
        all = new int[room];
    }

    void clear() {
        size = 0;
    }

    void add(int number) {
        if (size == all.length) {
            all = Arrays.copyOf(all, 2 * size);
        }
        all[size++] = number;
    }

    void replaceLast(int number) {
        all[size - 1] = number;
    }

    int last() {
        return all[size - 1];
    }

    int get(int at) {
        return all[at];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
