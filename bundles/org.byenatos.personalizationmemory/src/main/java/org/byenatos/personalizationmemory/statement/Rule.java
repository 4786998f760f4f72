package org.byenatos.personalizationmemory.statement;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way of saying one kind of thing. Thread-safe. */
final class Rule {

    /** What a rule file calls the facet whose name is the goal's theme. */
    private static final String THEME = "{theme}";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern GROUP = Pattern.compile("\\{(\\w+)}");

    private final String regex;
    private final List<Facet> facets;
    private volatile @Nullable Pattern pattern;

    /**
     * @param regex what a sentence must hold
     * @param facets what it says, empty if its wording is all
     */
    Rule(String regex, List<Facet> facets) {
        this.regex = regex;
        this.facets = List.copyOf(facets);
    }

    /** What a sentence must hold: compiled when first asked for, since most rules wait long for their cue. */
    Pattern pattern() {
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(regex, FLAGS);
            pattern = compiled;
        }
        return compiled;
    }

    List<Facet> facets() {
        return facets;
    }

    /**
     * A facet as a rule file writes it.
     *
     * @param name its name, maybe with groups of the pattern in braces
     * @param value its value, likewise; {@code null} if the wording is the value
     */
    record Facet(String name, @Nullable String value) {

        boolean isTheme() {
            return THEME.equals(name);
        }

        /** Name or value with the groups filled in; {@code null} if one of them is not there. */
        static @Nullable String fill(String template, Matcher match, Names names) {
            StringBuilder filled = new StringBuilder();
            Matcher group = GROUP.matcher(template);
            int from = 0;
            while (group.find()) {
                String value = match.group(group.group(1));
                if (value == null || value.isBlank()) {
                    return null;
                }
                filled.append(template, from, group.start()).append(names.canonical(value));
                from = group.end();
            }
            return filled.append(template, from, template.length()).toString();
        }
    }
}
