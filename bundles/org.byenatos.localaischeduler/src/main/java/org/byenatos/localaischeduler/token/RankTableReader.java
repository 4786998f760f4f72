package org.byenatos.localaischeduler.token;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Reads tiktoken's files of ranks: a token in Base64, a space and its rank on each line, by rising rank. */
final class RankTableReader {

    private final ByteArrayOutputStream pool = new ByteArrayOutputStream(1 << 20);
    private int[] starts = new int[1 << 16];
    private int ranks;

    private RankTableReader() {}

    /** Reads all of a stream. */
    static RankTable read(InputStream in) throws IOException {
        RankTableReader reader = new RankTableReader();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            reader.add(line);
        }
        return new RankTable(reader.pool.toByteArray(), Arrays.copyOf(reader.starts, reader.ranks + 1));
    }

    private void add(String line) {
        int space = line.indexOf(' ');
        int rank = Integer.parseInt(line, space + 1, line.length(), 10);
        if (rank < ranks) {
            throw new IllegalStateException("rank " + rank + " follows rank " + (ranks - 1));
        }
        pool.writeBytes(Base64.getDecoder().decode(line.substring(0, space).getBytes(StandardCharsets.ISO_8859_1)));
        if (rank + 2 > starts.length) {
            starts = Arrays.copyOf(starts, Math.max(rank + 2, starts.length * 2));
        }
        // A gap in the ranks is filled with empty tokens: they all begin where the token after the gap does.
        Arrays.fill(starts, ranks + 1, rank + 1, starts[ranks]);
        starts[rank + 1] = pool.size();
        ranks = rank + 1;
    }
}
