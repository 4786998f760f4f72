package org.byenatos.localaischeduler.token;

/**
 * Merges the bytes of one piece by byte-pair encoding: always the pair with the lowest rank, the leftmost of equals.
 * Pairs wait in a heap, so that a piece of n bytes takes O(n log n), however long it is. Used once, by one thread.
 */
final class PieceMerger {

    private final RankTable table;
    private final byte[] piece;
    private final int[] next;
    private final int[] previous;
    private final int[] ranks;
    private final LongHeap pairs;

    private PieceMerger(RankTable table, byte[] piece) {
        this.table = table;
        this.piece = piece;
        this.next = new int[piece.length + 1];
        this.previous = new int[piece.length + 1];
        this.ranks = new int[piece.length];
        this.pairs = new LongHeap(piece.length * 2);
    }

    /** How many tokens are left of a piece of at least one byte. */
    static int count(RankTable table, byte[] piece) {
        if (table.rank(piece, 0, piece.length) != RankTable.NONE) {
            return 1;
        }
        return new PieceMerger(table, piece).merge();
    }

    private int merge() {
        for (int i = 0; i <= piece.length; i++) {
            next[i] = i + 1;
            previous[i] = i - 1;
        }
        for (int i = 0; i < piece.length; i++) {
            rank(i);
        }
        int parts = piece.length;
        while (!pairs.isEmpty()) {
            long pair = pairs.poll();
            int left = (int) pair;
            if (ranks[left] == (int) (pair >>> 32)) {
                join(left);
                parts--;
            }
        }
        return parts;
    }

    private void join(int left) {
        int right = next[left];
        ranks[right] = RankTable.NONE;
        next[left] = next[right];
        previous[next[right]] = left;
        rank(left);
        if (previous[left] >= 0) {
            rank(previous[left]);
        }
    }

    /** Ranks the pair that begins at a part; a pair in the heap with another rank is thereby void. */
    private void rank(int left) {
        int right = next[left];
        ranks[left] = right < piece.length ? table.rank(piece, left, next[right]) : RankTable.NONE;
        if (ranks[left] != RankTable.NONE) {
            pairs.add(((long) ranks[left] << 32) | left);
        }
    }
}
