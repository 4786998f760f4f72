package org.byenatos.personalizationmemory.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds which of many short strings occur in a text, in one pass over it. Immutable, thread-safe. */
public final class Cues {

    private static final int TABLE = 1024;

    private final List<List<Cue>> byFirst = new ArrayList<>(TABLE);

    private record Cue(String text, int group) {}

    /** @param groups the strings of each group, lower case, none empty */
    public Cues(List<List<String>> groups) {
        Map<Integer, List<Cue>> table = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (String text : groups.get(group)) {
                table.computeIfAbsent(slot(text.charAt(0)), slot -> new ArrayList<>())
                        .add(new Cue(text, group));
            }
        }
        for (int slot = 0; slot < TABLE; slot++) {
            byFirst.add(List.copyOf(table.getOrDefault(slot, List.of())));
        }
    }

    /** The groups that have a string in the text. */
    public BitSet in(String lowerCase) {
        BitSet found = new BitSet();
        for (int i = 0; i < lowerCase.length(); i++) {
            for (Cue cue : byFirst.get(slot(lowerCase.charAt(i)))) {
                if (!found.get(cue.group()) && lowerCase.startsWith(cue.text(), i)) {
                    found.set(cue.group());
                }
            }
        }
        return found;
    }

    private static int slot(char c) {
        return c & (TABLE - 1);
    }
}
