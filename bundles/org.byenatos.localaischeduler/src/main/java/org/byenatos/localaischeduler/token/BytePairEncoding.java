package org.byenatos.localaischeduler.token;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts tokens in one vocabulary. What looks like a special token is ordinary text. Thread-safe. */
final class BytePairEncoding {

    private final Pattern pieces;
    private final RankTable ranks;

    BytePairEncoding(Vocabulary vocabulary) {
        this.pieces = vocabulary.pieces();
        this.ranks = vocabulary.ranks();
    }

    int count(String text) {
        int tokens = 0;
        Matcher matcher = pieces.matcher(text);
        while (matcher.find()) {
            tokens += PieceMerger.count(ranks, matcher.group().getBytes(StandardCharsets.UTF_8));
        }
        return tokens;
    }
}
