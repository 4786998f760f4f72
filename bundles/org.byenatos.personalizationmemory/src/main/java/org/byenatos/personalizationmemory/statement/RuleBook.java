package org.byenatos.personalizationmemory.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.byenatos.personalizationmemory.text.Cues;

/** The rules of one language, read from a file whose head says how it is written. */
final class RuleBook {

    private static final Pattern MACRO = Pattern.compile("(?<!\\\\p)\\{([A-Z]+)}");

    private final Map<String, String> macros = new HashMap<>();

    private final List<Section> sections = new ArrayList<>();

    private final Cues cues;

    /**
     * Rules of a kind.
     *
     * @param kind which
     * @param cues what a sentence must hold one of, lower case, so that most sentences are passed over fast
     * @param rules how it is said
     */
    record Section(Kind kind, List<String> cues, List<Rule> rules) {}

    /** @param lines of a rule file */
    RuleBook(Iterable<String> lines) {
        lines.forEach(this::read);
        cues = new Cues(sections.stream().map(Section::cues).toList());
    }

    /** The sections that may have something to say on a sentence. */
    List<Section> cuedBy(String sentence) {
        return cues.in(sentence.toLowerCase(Locale.ROOT)).stream()
                .mapToObj(sections::get)
                .toList();
    }

    private void read(String line) {
        int macro = line.indexOf(" := ");
        if (macro > 0) {
            macros.put(
                    line.substring(0, macro).strip(),
                    expand(line.substring(macro + 4).strip()));
        } else if (line.startsWith("[") && Character.isLowerCase(line.charAt(1)) && line.indexOf(']') < 20) {
            int end = line.indexOf(']');
            sections.add(
                    new Section(Kind.named(line.substring(1, end)), parts(line.substring(end + 1)), new ArrayList<>()));
        } else {
            sections.get(sections.size() - 1).rules().add(rule(line));
        }
    }

    private static List<String> parts(String text) {
        return List.of(text.strip().split("\\s+\\|\\s+"));
    }

    private Rule rule(String line) {
        int arrow = line.lastIndexOf(" => ");
        String regex = arrow < 0 ? line : line.substring(0, arrow);
        List<Rule.Facet> facets = arrow < 0 ? List.of() : facets(line.substring(arrow + 4));
        return new Rule(expand(regex.strip()), facets);
    }

    private static List<Rule.Facet> facets(String text) {
        List<Rule.Facet> facets = new ArrayList<>();
        for (String facet : text.strip().split(";")) {
            int equals = facet.indexOf('=');
            facets.add(
                    equals < 0
                            ? new Rule.Facet(facet.strip(), null)
                            : new Rule.Facet(
                                    facet.substring(0, equals).strip(),
                                    facet.substring(equals + 1).strip()));
        }
        return facets;
    }

    private String expand(String regex) {
        Matcher use = MACRO.matcher(regex);
        return use.replaceAll(found -> {
            String body = macros.get(found.group(1));
            if (body == null) {
                throw new IllegalStateException("There is no macro " + found.group(1));
            }
            return Matcher.quoteReplacement("(?:" + body + ")");
        });
    }
}
