package org.byenatos.personalizationmemory.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds which of many short strings occur in a text, in one pass over it. Immutable, thread-safe. */
public final class Cues {

    private static final int TABLE = 4096;

    private final Cue[][] byStart = new Cue[TABLE][];

    private record Cue(String text, int group) {}

    /** @param groups the strings of each group, lower case, none empty */
    public Cues(List<List<String>> groups) {
        List<List<Cue>> table = new ArrayList<>();
        for (int slot = 0; slot < TABLE; slot++) {
            table.add(new ArrayList<>());
        }
        for (int group = 0; group < groups.size(); group++) {
            for (String text : groups.get(group)) {
                table.get(slotOf(text)).add(new Cue(text, group));
            }
        }
        for (int slot = 0; slot < TABLE; slot++) {
            byStart[slot] = table.get(slot).toArray(Cue[]::new);
        }
    }

    /** Strings of one character have slots of their own, since what follows them in a text is not known. */
    private static int slotOf(String cue) {
        return cue.length() == 1 ? slot(cue.charAt(0)) : slot(cue.charAt(0), cue.charAt(1));
    }

    /** The groups that have a string in the text. */
    public BitSet in(String lowerCase) {
        BitSet found = new BitSet();
        int last = lowerCase.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = lowerCase.charAt(i);
            collect(byStart[slot(c)], lowerCase, i, found);
            if (i < last) {
                collect(byStart[slot(c, lowerCase.charAt(i + 1))], lowerCase, i, found);
            }
        }
        return found;
    }

    private static void collect(Cue[] cues, String text, int at, BitSet found) {
        for (Cue cue : cues) {
            if (!found.get(cue.group()) && text.startsWith(cue.text(), at)) {
                found.set(cue.group());
            }
        }
    }

    private static int slot(char only) {
        return (only * 7 + 3) & (TABLE - 1);
    }

    private static int slot(char first, char second) {
        return (first * 61 + second * 3 + 1) & (TABLE - 1);
    }
}
