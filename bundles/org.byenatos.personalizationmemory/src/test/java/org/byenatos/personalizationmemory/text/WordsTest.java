package org.byenatos.personalizationmemory.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void sharesWordsWhateverTheirEnding() {
        assertThat(Words.of("Where do we live?").within(Words.of("I am living in Porto")))
                .isEqualTo(1);
    }

    @Test
    void sharesChinesePairs() {
        assertThat(Words.of("花生").within(Words.of("我对花生过敏"))).isEqualTo(1);
        assertThat(Words.of("海鲜").within(Words.of("我对花生过敏"))).isZero();
    }

    @Test
    void knowsNoWordsInCommonOnes() {
        assertThat(Words.of("what is the").size()).isZero();
        assertThat(Words.of("what is the").within(Words.of("what is the"))).isZero();
    }
}
