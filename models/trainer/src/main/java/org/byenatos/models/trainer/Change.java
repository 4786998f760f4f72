package org.byenatos.models.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes one text of another. */
final class Change {
    private static final int LONGEST_QUESTION = 9;

    private Change() {}

    /** A few short stretches of the text, in their order. */
    static int[] pick(int[] text, SplittableRandom random) {
        boolean[] kept = new boolean[text.length];
        int spans = 1 + random.nextInt(4);
        for (int s = 0; s < spans; s++) {
            int from = random.nextInt(text.length);
            int to = Math.min(text.length, from + 1 + random.nextInt(3));
            Arrays.fill(kept, from, to, true);
        }
        int[] out = new int[text.length];
        int n = 0;
        for (int i = 0; i < text.length && n < LONGEST_QUESTION; i++) {
            if (kept[i]) {
                out[n++] = text[i];
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** The text without some of its tokens, but never empty. */
    static int[] drop(int[] text, double share, SplittableRandom random) {
        int[] out = new int[text.length];
        int n = 0;
        for (int token : text) {
            if (random.nextDouble() >= share) {
                out[n++] = token;
            }
        }
        return n == 0 ? text : Arrays.copyOf(out, n);
    }

    static int[] join(int[] first, int[] second) {
        int[] out = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }

    /** Some of the words said in the other language. */
    static int[] translate(int[] text, Map<Integer, List<int[]>> translations, double share, SplittableRandom random) {
        int[] out = new int[4 * text.length];
        int n = 0;
        for (int token : text) {
            List<int[]> known = translations.getOrDefault(token, List.of());
            boolean change = !known.isEmpty() && random.nextDouble() < share;
            int[] put = change ? known.get(random.nextInt(known.size())) : new int[] {token};
            System.arraycopy(put, 0, out, n, put.length);
            n += put.length;
        }
        return Arrays.copyOf(out, n);
    }
}
