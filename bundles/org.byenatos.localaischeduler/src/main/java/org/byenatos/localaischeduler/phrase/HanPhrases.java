package org.byenatos.localaischeduler.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.localaischeduler.text.CommonHan;
import org.byenatos.localaischeduler.text.HanSegments;
import org.byenatos.localaischeduler.text.Token;

/**
 * Phrases of Chinese characters, without a dictionary: what stands between words that say nothing, parted by the words
 * that the text's own statistics show. Used once, by one thread.
 */
final class HanPhrases {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    private final List<String> segments = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Integer> firsts = new LinkedHashMap<>();
    private final HanStatistics statistics;
    private final CommonHan common;
    private final double length;

    /**
     * @param tokens of the text
     * @param length of the text, in characters
     */
    HanPhrases(List<Token> tokens, int length, HanSegments cutter, CommonHan common) {
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.HAN) {
                for (String segment : cutter.of(token.text())) {
                    segments.add(segment);
                    starts.add(token.start());
                }
            }
        }
        this.statistics = new HanStatistics(segments);
        this.common = common;
        this.length = Math.max(1, length);
    }

    List<Candidate> candidates() {
        for (int i = 0; i < segments.size(); i++) {
            part(segments.get(i), starts.get(i));
        }
        List<Candidate> candidates = new ArrayList<>();
        counts.forEach((text, count) -> candidates.add(candidate(text, count)));
        return candidates;
    }

    /** Takes a segment whole if it is short enough, and each word in it that the statistics show, and what is left. */
    private void part(String segment, int start) {
        take(segment, start);
        int left = 0;
        int at = 0;
        while (at < segment.length()) {
            int word = longestWord(segment, at);
            if (word > 0) {
                rest(segment, left, at, start);
                rest(segment, at, at + word, start);
                left = at + word;
            }
            at += Math.max(1, word);
        }
        rest(segment, left, segment.length(), start);
    }

    private int longestWord(String segment, int at) {
        for (int size = Math.min(LONGEST, segment.length() - at); size >= SHORTEST; size--) {
            if (statistics.word(segment.substring(at, at + size))) {
                return size;
            }
        }
        return 0;
    }

    private void rest(String segment, int from, int to, int start) {
        if (to - from < segment.length()) {
            take(segment.substring(from, to), start);
        }
    }

    private void take(String text, int start) {
        if (text.length() >= SHORTEST && text.length() <= LONGEST) {
            counts.merge(text, 1, Integer::sum);
            firsts.putIfAbsent(text, start);
        }
    }

    private Candidate candidate(String text, int count) {
        int first = firsts.getOrDefault(text, 0);
        double sized = text.length() == 2 ? 0.85 : text.length() > 4 ? 0.8 : 1;
        double early = 1 + 0.3 * (1 - first / length);
        double telling = 0.7 + 0.6 * common.rareShare(text);
        double score = (1 + Math.log(count)) * sized * early * telling;
        List<String> parts = text.codePoints().mapToObj(Character::toString).toList();
        return new Candidate(text, parts, count, score, first);
    }
}
