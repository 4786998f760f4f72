package org.byenatos.datafilesystem.index.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question, understood.
 *
 * @param text what it says, without the names of known authors
 * @param words what to look for and how much each word counts, 0..1
 * @param written how the question writes those words; empty if it is in a script that does not write words apart
 * @param context words of what goes on besides
 * @param parts the words of each sentence that asks, if there is more than one; else empty
 * @param authors authors that it names, as records write them
 * @param days when what it asks for may have happened
 * @param answer the kind of answer that it asks for, {@code null} if that does not show
 */
public record Question(
        String text,
        Map<String, Float> words,
        Map<String, String> written,
        Map<String, Float> context,
        List<Map<String, Float>> parts,
        Set<String> authors,
        List<DayRange> days,
        @Nullable AnswerKind answer) {}
