package org.byenatos.localaischeduler.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts runs of Chinese characters at words and characters that say nothing, the longest match first; words that hold
 * such a character by chance are kept whole. Immutable.
 */
public final class HanSegments {

    private static final int LONGEST = 5;
    private static final String NUMERALS = "一二两三四五六七八九十百千万几这那每哪半某";
    private static final String MEASURES = "个只条张本粒盆道杯瓶家间座辆台把件位名份封支枝根棵朵片块双群堆篇首部项套届场顿碗盘盒袋包箱层句段页岁遍趟滴颗";

    private final Set<String> stops;
    private final Set<String> kept;

    HanSegments(Set<String> stops, Set<String> kept) {
        this.stops = stops;
        this.kept = kept;
    }

    /** The parts of a run that say something, in order. */
    public List<String> of(String run) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < run.length()) {
            int keep = match(kept, run, at);
            int stop = withMeasure(run, at, match(stops, run, at));
            if (stop > keep) {
                add(segments, run, start, at);
                start = at + stop;
            }
            at += Math.max(1, Math.max(keep, stop));
        }
        add(segments, run, start, run.length());
        return segments;
    }

    /** A numeral takes the measure word after it along: 一盆, 两台. */
    private int withMeasure(String run, int at, int stop) {
        int next = at + stop;
        boolean counted = stop == 1
                && NUMERALS.indexOf(run.charAt(at)) >= 0
                && next < run.length()
                && MEASURES.indexOf(run.charAt(next)) >= 0
                && match(kept, run, next) == 0;
        return counted ? stop + 1 : stop;
    }

    private static void add(List<String> segments, String run, int start, int end) {
        if (end > start) {
            segments.add(run.substring(start, end));
        }
    }

    private static int match(Set<String> words, String run, int at) {
        for (int length = Math.min(LONGEST, run.length() - at); length > 0; length--) {
            if (words.contains(run.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }
}
