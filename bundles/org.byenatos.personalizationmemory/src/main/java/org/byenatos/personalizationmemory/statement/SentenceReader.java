package org.byenatos.personalizationmemory.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.byenatos.personalizationmemory.text.Language;
import org.jspecify.annotations.Nullable;

/** Reads one sentence by the rules of its language. */
final class SentenceReader {

    private final RuleBook rules;
    private final Names names;
    private final Themes themes;

    SentenceReader(RuleBook rules, Names names, Themes themes) {
        this.rules = rules;
        this.names = names;
        this.themes = themes;
    }

    /** The statements of a sentence, one of a kind at most. */
    List<Statement> read(Sentence sentence, List<String> tags) {
        String asserted = Assertion.asserted(sentence);
        if (asserted.isEmpty()) {
            return List.of();
        }
        List<Statement> found = new ArrayList<>();
        for (RuleBook.Section section : rules.cuedBy(asserted)) {
            Statement statement = read(section, sentence, asserted, tags);
            if (statement != null) {
                found.add(statement);
            }
        }
        return Overlaps.resolve(found);
    }

    private @Nullable Statement read(RuleBook.Section section, Sentence sentence, String asserted, List<String> tags) {
        Map<String, String> facets = new LinkedHashMap<>();
        int start = Integer.MAX_VALUE;
        int end = -1;
        for (Rule rule : section.rules()) {
            Matcher match = rule.pattern().matcher(asserted);
            while (match.find()) {
                if (Assertion.holds(section.kind(), asserted, match.start(), match.end())) {
                    facets(rule, match, tags).forEach(facets::putIfAbsent);
                    start = Math.min(start, match.start());
                    end = Math.max(end, match.end());
                }
            }
        }
        if (end < 0) {
            return null;
        }
        String quote = Clauses.around(sentence.text(), start, end);
        if (facets.isEmpty()) {
            facets.put(Wording.key(quote), "said");
        }
        Subject subject = Subject.of(section.kind().topic(), facets);
        return new Statement(section.kind(), subject, quote, Language.of(quote));
    }

    private Map<String, String> facets(Rule rule, Matcher match, List<String> tags) {
        Map<String, String> facets = new LinkedHashMap<>();
        for (Rule.Facet facet : rule.facets()) {
            String name =
                    facet.isTheme() ? themes.of(match.group(), tags) : Rule.Facet.fill(facet.name(), match, names);
            String value =
                    facet.value() == null ? Wording.key(match.group()) : Rule.Facet.fill(facet.value(), match, names);
            if (name != null && value != null) {
                facets.put(name, value);
            }
        }
        return facets;
    }
}
