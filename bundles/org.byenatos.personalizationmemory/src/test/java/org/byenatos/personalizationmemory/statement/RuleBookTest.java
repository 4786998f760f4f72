package org.byenatos.personalizationmemory.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    /** Rules are compiled when they are needed; a broken one must not wait for that. */
    @ParameterizedTest
    @ValueSource(strings = {"rules-en.txt", "rules-zh.txt"})
    void everyShippedRuleCanBeRead(String file) {
        List<String> lines = Resource.lines(file);
        List<RuleBook.Section> sections = new RuleBook(lines).cuedBy(String.join("\n", lines));

        assertThat(sections)
                .hasSize((int) lines.stream()
                        .filter(line -> line.matches("\\[[a-z_]+].*"))
                        .count())
                .isNotEmpty()
                .allSatisfy(section -> assertThat(section.rules())
                        .isNotEmpty()
                        .allSatisfy(rule -> assertThat(rule.pattern()).isSameAs(rule.pattern())));
    }

    @Test
    void aBrokenRuleIsFound() {
        RuleBook book = new RuleBook(List.of("[goal] cue", "cue ("));

        assertThatThrownBy(() -> book.cuedBy("cue").get(0).rules().get(0).pattern())
                .isInstanceOf(PatternSyntaxException.class);
    }
}
