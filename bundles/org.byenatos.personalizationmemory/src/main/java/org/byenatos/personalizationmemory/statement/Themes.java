package org.byenatos.personalizationmemory.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what field of life a goal belongs to, by words that name it. */
final class Themes {

    private final Map<String, Pattern> themes = new LinkedHashMap<>();

    /** @param lines each a theme, {@code =}, and patterns of words that name it, parted by {@code " | "} */
    Themes(Iterable<String> lines) {
        for (String line : lines) {
            int equals = line.indexOf('=');
            themes.put(
                    line.substring(0, equals).strip(),
                    words(line.substring(equals + 1).split(" \\| ")));
        }
    }

    private static Pattern words(String... words) {
        List<String> alternatives = new ArrayList<>();
        for (String word : words) {
            String bare = word.strip();
            alternatives.add(bare.charAt(0) < 0x250 ? "(?<![a-z])" + bare + "(?![a-z])" : bare);
        }
        return Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE);
    }

    /** The theme that is named first in the words, or else in the tags; {@code null} if none is. */
    @Nullable
    String of(String words, List<String> tags) {
        String first = first(words);
        return first != null ? first : first(String.join(" ", tags));
    }

    private @Nullable String first(String text) {
        String best = null;
        int at = Integer.MAX_VALUE;
        for (Map.Entry<String, Pattern> theme : themes.entrySet()) {
            var found = theme.getValue().matcher(text);
            if (found.find() && found.start() < at) {
                at = found.start();
                best = theme.getKey();
            }
        }
        return best;
    }
}
