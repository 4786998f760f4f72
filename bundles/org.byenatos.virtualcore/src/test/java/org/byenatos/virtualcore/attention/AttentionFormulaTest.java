package org.byenatos.virtualcore.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.byenatos.api.hinata.Enrichment.Attention;
import org.byenatos.virtualcore.attention.AttentionFormula.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionFormulaTest {

    private static final Offset<Double> ROUNDED = within(0.0006);

    private final AttentionFormula formula = new AttentionFormula(Configurations.defaults());

    @ParameterizedTest
    @CsvSource({"1, 0.1", "2, 0.4", "3, 0.4", "4, 0.7", "5, 0.7", "6, 1.0", "500, 1.0"})
    void similarThingsGoBySteps(int count, double value) {
        assertThat(formula.of(new Facts(count, 0, 0, 0, 0, 0), 0).similar()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.2",
        "1, 0, 0.2",
        "1, 20, 0.3",
        "1, 60, 0.5",
        "2, 1000, 0.7",
        "3, 40, 0.8",
        "5, 0, 1",
        "9, 99, 1"
    })
    void notesGoByCountAndLength(int count, double letters, double value) {
        assertThat(formula.of(new Facts(1, count, letters, 0, 0, 0), 0).notes()).isCloseTo(value, ROUNDED);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.1", "1, 0, 0.167", "2, 3, 0.433", "3, 6, 0.7", "3, 29, 0.7", "6, 0, 1", "60, 30, 1"})
    void returnsGoByVisitsAndDays(int visits, double days, double value) {
        assertThat(formula.of(new Facts(1, 0, 0, visits, days, 0), 0).returns()).isCloseTo(value, ROUNDED);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1", "1, 0.1", "59, 0.5", "3599, 1", "100000, 1"})
    void timeGoesByItsLogarithm(double seconds, double value) {
        assertThat(formula.of(new Facts(1, 0, 0, 0, 0, seconds), 0).time()).isCloseTo(value, ROUNDED);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.8", "1, 1.0", "199, 1.0", "200, 1.2", "9000, 1.2"})
    void depthGoesByTheRecordsOwnNote(int letters, double value) {
        assertThat(formula.of(new Facts(1, 0, 0, 0, 0, 0), letters).depth()).isEqualTo(value);
    }

    @Test
    void theWeightIsTheWeightedSumTimesTheDepth() {
        Attention attention = formula.of(new Facts(4, 2, 60, 3, 6, 59), 0);

        double sum = 0.30 * 0.7 + 0.25 * 0.7 + 0.30 * 0.7 + 0.15 * 0.5;
        assertThat(attention.weight()).isCloseTo(0.8 * sum, ROUNDED);
    }

    @Test
    void theWeightIsAtMostOne() {
        assertThat(formula.of(new Facts(9, 9, 900, 9, 30, 9000), 900).weight()).isEqualTo(1);
    }

    @Property
    void everyPartIsWithinItsBounds(
            @ForAll @IntRange(min = 1) int similar,
            @ForAll @IntRange int notes,
            @ForAll @DoubleRange(max = 1e6) double noteLetters,
            @ForAll @IntRange int visits,
            @ForAll @DoubleRange(max = 1e5) double days,
            @ForAll @DoubleRange(max = 1e12) double seconds,
            @ForAll @IntRange int letters) {
        Attention attention = formula.of(new Facts(similar, notes, noteLetters, visits, days, seconds), letters);

        assertThat(attention.weight()).isBetween(0.0, 1.0);
        assertThat(attention.similar()).isBetween(0.1, 1.0);
        assertThat(attention.notes()).isBetween(0.2, 1.0);
        assertThat(attention.returns()).isBetween(0.1, 1.0);
        assertThat(attention.time()).isBetween(0.1, 1.0);
        assertThat(attention.depth()).isIn(0.8, 1.0, 1.2);
    }

    @Property
    void moreOfAnythingIsNeverLess(
            @ForAll @IntRange(min = 1, max = 20) int similar,
            @ForAll @IntRange(max = 20) int visits,
            @ForAll @DoubleRange(max = 5000) double seconds) {
        double weight =
                formula.of(new Facts(similar, 1, 9, visits, 0, seconds), 9).weight();

        assertThat(formula.of(new Facts(similar + 1, 1, 9, visits, 0, seconds), 9)
                        .weight())
                .isGreaterThanOrEqualTo(weight);
        assertThat(formula.of(new Facts(similar, 1, 9, visits + 1, 0, seconds), 9)
                        .weight())
                .isGreaterThanOrEqualTo(weight);
        assertThat(formula.of(new Facts(similar, 1, 9, visits, 0, seconds * 2), 9)
                        .weight())
                .isGreaterThanOrEqualTo(weight);
    }
}
