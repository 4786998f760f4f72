package org.byenatos.personalizationmemory.statement;

import java.util.EnumMap;
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
        Map<Kind, Finding> findings = new EnumMap<>(Kind.class);
        for (RuleBook.Section section : rules.cuedBy(asserted)) {
            Finding finding = read(section, asserted, tags);
            if (finding != null) {
                findings.merge(finding.kind(), finding, Finding::and);
            }
        }
        List<Finding> kept = Overlaps.resolve(findings.values());
        return kept.stream().map(finding -> statement(finding, kept, sentence)).toList();
    }

    private @Nullable Finding read(RuleBook.Section section, String asserted, List<String> tags) {
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
        return end < 0 ? null : new Finding(section.kind(), facets, start, end);
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

    private static Statement statement(Finding finding, List<Finding> all, Sentence sentence) {
        String quote = Clauses.around(sentence.text(), finding, all);
        Map<String, String> facets = finding.facets().isEmpty() ? Map.of(Wording.key(quote), "said") : finding.facets();
        return new Statement(finding.kind(), Subject.of(finding.kind().topic(), facets), quote, Language.of(quote));
    }
}
