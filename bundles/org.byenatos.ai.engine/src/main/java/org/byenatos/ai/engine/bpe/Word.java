package org.byenatos.ai.engine.bpe;

/** The tokens of a word while they are merged. */
final class Word {

    private static final int NOWHERE = -1;
    private static final int MOST_BYTES = 4;

    private final int[] ids = new int[WordPattern.LONGEST * MOST_BYTES];
    private final int[] ranks = new int[ids.length];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int id) {
        ids[size++] = id;
    }

    int size() {
        return size;
    }

    int id(int at) {
        return ids[at];
    }

    /** Merges pairs, each time the one of lowest rank, the first of equals, until none is left. */
    void merge(Merges merges) {
        for (int i = 0; i + 1 < size; i++) {
            ranks[i] = merges.rank(ids[i], ids[i + 1]);
        }
        for (int first = first(); first != NOWHERE; first = first()) {
            ids[first] = merges.result(ranks[first]);
            closeGap(first + 1);
            rank(first - 1, merges);
            rank(first, merges);
        }
    }

    private int first() {
        int first = NOWHERE;
        int least = Merges.NONE;
        for (int i = 0; i + 1 < size; i++) {
            if (ranks[i] < least) {
                least = ranks[i];
                first = i;
            }
        }
        return first;
    }

    private void closeGap(int gap) {
        size--;
        for (int i = gap; i < size; i++) {
            ids[i] = ids[i + 1];
            ranks[i] = ranks[i + 1];
        }
    }

    private void rank(int at, Merges merges) {
        if (at >= 0 && at + 1 < size) {
            ranks[at] = merges.rank(ids[at], ids[at + 1]);
        }
    }
}
