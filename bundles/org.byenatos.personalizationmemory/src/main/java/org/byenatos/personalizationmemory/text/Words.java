package org.byenatos.personalizationmemory.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The words of a text, for comparing: Latin words without their commonest endings, Chinese in pairs of characters; common
 * words left out. Kept as sorted hashes, so that thousands fit into memory.
 */
public final class Words {

    private static final Set<String> COMMON =
            Set.of(("a an the and or but of to in on at for with from by is are was were be been am do does did"
                            + " have has had i me my mine we us our you your he she it its they them his her their this that these those what which"
                            + " who whom when where why how if then so not no yes can could will would should may might must about as into than"
                            + " too very just also there here now s t m re ve ll d don please tell")
                    .split(" "));

    private static final String COMMON_HAN = "的了是我你他她它们在有和就不都也很吗呢吧啊么什这那";

    private final int[] hashes;

    private Words(int[] hashes) {
        this.hashes = hashes;
    }

    /** The words of a text. */
    public static Words of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        IntStream.Builder found = IntStream.builder();
        int i = 0;
        while (i < lower.length()) {
            char c = lower.charAt(i);
            if (Language.isHan(c)) {
                if (COMMON_HAN.indexOf(c) < 0 && i + 1 < lower.length() && pairs(lower.charAt(i + 1))) {
                    found.add(31 * c + lower.charAt(i + 1));
                }
                i++;
            } else if (Character.isLetterOrDigit(c)) {
                int end = i;
                while (end < lower.length()
                        && Character.isLetterOrDigit(lower.charAt(end))
                        && !Language.isHan(lower.charAt(end))) {
                    end++;
                }
                latin(lower.substring(i, end), found);
                i = end;
            } else {
                i++;
            }
        }
        return new Words(found.build().sorted().distinct().toArray());
    }

    private static boolean pairs(char c) {
        return Language.isHan(c) && COMMON_HAN.indexOf(c) < 0;
    }

    private static void latin(String word, IntStream.Builder found) {
        if (!COMMON.contains(word)) {
            found.add(stem(word).hashCode());
        }
    }

    private static String stem(String word) {
        for (String ending : new String[] {"ing", "ed", "es", "s", "e"}) {
            if (word.length() >= ending.length() + 3 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** How much of these words is among others, 0..1; 0 if there are none. */
    public double within(Words others) {
        if (hashes.length == 0) {
            return 0;
        }
        int common = 0;
        for (int hash : hashes) {
            common += Arrays.binarySearch(others.hashes, hash) >= 0 ? 1 : 0;
        }
        return (double) common / hashes.length;
    }

    /** How many different words there are. */
    public int size() {
        return hashes.length;
    }
}
