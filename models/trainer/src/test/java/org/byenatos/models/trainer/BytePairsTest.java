package org.byenatos.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BytePairsTest {
    private static final Map<String, Long> WORDS =
            new TreeMap<>(Map.of("low", 5L, "lower", 2L, "newest", 6L, "widest", 3L));

    @Test
    void theMostFrequentNeighboursBecomeOne() {
        BytePairs.Learned learned = BytePairs.learn(WORDS, 14, 1);
        assertThat(learned.merges().get(0).joined()).isEqualTo("es");
        assertThat(learned.merges().get(1).joined()).isEqualTo("est");
        assertThat(learned.pieces()).hasSize(14).contains("lo", "est").doesNotHaveDuplicates();
    }

    @Test
    void wordsBecomeWholeAndThenItEnds() {
        BytePairs.Learned learned = BytePairs.learn(WORDS, 1000, 1);
        assertThat(learned.pieces())
                .contains("low", "lower", "newest", "widest")
                .hasSizeLessThan(40);
    }

    @Test
    void rareCharactersAreLeftOut() {
        assertThat(BytePairs.learn(WORDS, 1000, 4).pieces()).contains("n").doesNotContain("r");
    }

    @Test
    void equalInputsGiveEqualResults() {
        assertThat(BytePairs.learn(WORDS, 20, 1)).isEqualTo(BytePairs.learn(new TreeMap<>(WORDS), 20, 1));
    }
}
