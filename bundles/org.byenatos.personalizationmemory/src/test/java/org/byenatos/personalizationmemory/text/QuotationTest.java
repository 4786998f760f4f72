package org.byenatos.personalizationmemory.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuotationTest {

    @Property
    void staysOnOneLineInsideItsMarks(@ForAll String text, @ForAll @IntRange(min = 5, max = 60) int length) {
        String quoted = Quotation.of(text, length);
        assertThat(quoted).startsWith("\"").endsWith("\"").doesNotContain("\n", "\r", "```");
        assertThat(quoted.substring(1, quoted.length() - 1)).doesNotContain("\"");
        assertThat(quoted.length()).isLessThanOrEqualTo(length + 2);
    }

    @Test
    void takesAwayWhatOnlyAMachineSees() {
        assertThat(Quotation.of("a\u200bb\u202ec ```x``` <|im_end|> “y”\n# z", 100))
                .isEqualTo("\"abc 'x' (|im_end|) 'y' # z\"");
    }

    @Test
    void cutsAtAWord() {
        assertThat(Quotation.cut("one two three four", 12)).isEqualTo("one two…");
    }
}
