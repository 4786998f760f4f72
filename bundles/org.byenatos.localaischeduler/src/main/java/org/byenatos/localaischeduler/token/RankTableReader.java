package org.byenatos.localaischeduler.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads tiktoken's files of ranks: a token in Base64, a space and its rank on each line, by rising rank. Byte for byte,
 * because texts made of 200,000 lines are 30 MB of garbage.
 */
final class RankTableReader {

    private static final int PIECE = 16 * 1024;
    private static final byte[] SIXES = sixes();
    private static final int NO_SIX = -1;

    private final ByteArrayOutputStream pool = new ByteArrayOutputStream(1 << 20);
    private int[] starts = new int[1 << 16];
    private int ranks;

    private boolean inToken = true;
    private int bits;
    private int bitCount;
    private int rank;

    private RankTableReader() {}

    /** Reads all of a stream. */
    static RankTable read(InputStream in) throws IOException {
        RankTableReader reader = new RankTableReader();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            for (int i = 0; i < read; i++) {
                reader.add(piece[i]);
            }
        }
        if (!reader.inToken) {
            reader.endLine();
        }
        return new RankTable(reader.pool.toByteArray(), Arrays.copyOf(reader.starts, reader.ranks + 1));
    }

    private void add(byte sign) {
        if (sign == '\n') {
            endLine();
        } else if (sign == ' ') {
            inToken = false;
        } else if (inToken) {
            addToToken(sign);
        } else {
            rank = Math.addExact(Math.multiplyExact(rank, 10), digit(sign));
        }
    }

    private void addToToken(byte sign) {
        if (sign == '=') {
            return;
        }
        int six = sign < 0 ? NO_SIX : SIXES[sign];
        if (six == NO_SIX) {
            throw new IllegalStateException("no Base64: " + sign);
        }
        bits = bits << 6 | six;
        bitCount += 6;
        if (bitCount >= Byte.SIZE) {
            bitCount -= Byte.SIZE;
            pool.write(bits >> bitCount);
        }
    }

    private static int digit(byte sign) {
        int digit = sign - '0';
        if (digit < 0 || digit > 9) {
            throw new IllegalStateException("no rank: " + sign);
        }
        return digit;
    }

    private void endLine() {
        if (rank < ranks) {
            throw new IllegalStateException("rank " + rank + " follows rank " + (ranks - 1));
        }
        if (rank + 2 > starts.length) {
            starts = Arrays.copyOf(starts, Math.max(rank + 2, starts.length * 2));
        }
        // A gap in the ranks is filled with empty tokens: they all begin where the token after the gap does.
        Arrays.fill(starts, ranks + 1, rank + 1, starts[ranks]);
        starts[rank + 1] = pool.size();
        ranks = rank + 1;
        inToken = true;
        bits = 0;
        bitCount = 0;
        rank = 0;
    }

    private static byte[] sixes() {
        String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        byte[] sixes = new byte[128];
        Arrays.fill(sixes, (byte) NO_SIX);
        for (int i = 0; i < signs.length(); i++) {
            sixes[signs.charAt(i)] = (byte) i;
        }
        return sixes;
    }
}
