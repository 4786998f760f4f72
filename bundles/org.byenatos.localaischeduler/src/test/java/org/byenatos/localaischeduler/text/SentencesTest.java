package org.byenatos.localaischeduler.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.byenatos.localaischeduler.Texts;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void cutsEnglish() {
        assertThat(Sentences.of("One. Two! Three? \"Four.\" Five"))
                .containsExactly("One.", "Two!", "Three?", "\"Four.\"", "Five");
        assertThat(Sentences.of(Texts.BEAVERS)).hasSize(14);
    }

    @Test
    void knowsDotsThatEndNothing() {
        assertThat(Sentences.of("Dr. Wolle paid 3.5 euros, e.g. for J. Smith's book at example.org. Then she left."))
                .containsExactly(
                        "Dr. Wolle paid 3.5 euros, e.g. for J. Smith's book at example.org.", "Then she left.");
        assertThat(Sentences.of("See a?b=c and wait... for it")).hasSize(1);
    }

    @Test
    void cutsChinese() {
        assertThat(Sentences.of("她问：“去不去？”他说去！那好。走吧")).containsExactly("她问：“去不去？”", "他说去！", "那好。", "走吧");
        assertThat(Sentences.of(Texts.SLEEP)).hasSize(10);
    }

    @Test
    void linesEndSentencesUnlessTheyAreWrapped() {
        assertThat(Sentences.of("Heading\nA sentence that\ngoes on.\n- first item\n- second item"))
                .containsExactly("Heading", "A sentence that goes on.", "- first item", "- second item");
        assertThat(Sentences.of("1. Open the lid.\n2. Close it.")).containsExactly("1. Open the lid.", "2. Close it.");
    }

    @Property(tries = 300)
    void losesNoLetter(@ForAll String text) {
        assertThat(letters(String.join(" ", Sentences.of(text)))).isEqualTo(letters(text));
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
