package org.byenatos.personalizationmemory.statement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.byenatos.personalizationmemory.text.Language;

/** Brings what people call differently to one name: {@code the Hague}, {@code 海牙}; {@code cashew nuts}, {@code 腰果}. */
final class Names {

    private static final int LONGEST = 40;
    private static final int LONGEST_START = 6;

    private static final Pattern LEAD =
            Pattern.compile("^(?:(?:the|an?|my|our|some|any|all kinds of|all) |[这那]|我的|我们)(?=.)");

    private static final Pattern RESERVED = Pattern.compile("[=;:{}\\s]+");

    private final Map<String, String> known = new HashMap<>();

    /** @param lines each a name, {@code =}, and other names for the same, parted by {@code |} */
    Names(Iterable<String> lines) {
        for (String line : lines) {
            int equals = line.indexOf('=');
            String name = line.substring(0, equals).strip();
            for (String other : line.substring(equals + 1).split("\\|")) {
                known.put(other.strip(), name);
            }
        }
    }

    /** The one name, lower case, free of the marks that part facets. */
    String canonical(String value) {
        String lower =
                RESERVED.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        String direct = known.get(lower);
        if (direct != null) {
            return direct;
        }
        String bare = LEAD.matcher(lower).replaceFirst("");
        String cut = bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
        return known.getOrDefault(cut, withKnownStart(cut));
    }

    /** {@code 上海徐汇} begins with what is {@code shanghai}. */
    private String withKnownStart(String value) {
        if (!value.isEmpty() && Language.isHan(value.charAt(0))) {
            for (int end = Math.min(LONGEST_START, value.length() - 1); end >= 2; end--) {
                String name = known.get(value.substring(0, end));
                if (name != null) {
                    return name + ' ' + value.substring(end);
                }
            }
        }
        return value;
    }
}
