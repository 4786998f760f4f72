package org.byenatos.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final Recipe RECIPE = new Recipe(1, 0, 0, 8, 0, 0, 100, 4, 0.5f, 0.01f, 1);
    private static final Batch BATCH =
            new Batch(new int[][] {{0, 1}, {2}, {3}, {4}}, new int[][] {{5}, {6}, {7, 8}, {9}});

    @Test
    void partnersComeNearerThanTheOthers() {
        float[][] table = OnnxFileTest.random(10, 8);
        double before = train(table, 1);
        assertThat(train(table, 200)).isLessThan(before / 4);
    }

    @Test
    void theLossIsThatOfItsDefinition() {
        float[][] table = OnnxFileTest.random(10, 8);
        double expected = loss(table);
        assertThat(train(table, 1)).isCloseTo(expected, within(2e-3));
    }

    @Test
    void theFirstStepGoesDownhillInEachRow() {
        float[][] table = OnnxFileTest.random(10, 8);
        float[][] stepped = OnnxFileTest.random(10, 8);
        train(stepped, 1);
        for (int row = 0; row < 10; row++) {
            for (int i = 0; i < 8; i++) {
                double slope = slope(table, row, i);
                if (Math.abs(slope) > 1e-2) {
                    assertThat(Math.signum(table[row][i] - stepped[row][i])).isEqualTo((float) Math.signum(slope));
                }
            }
        }
    }

    @Test
    void equalTextsAreNotToldApart() {
        float[][] table = OnnxFileTest.random(10, 8);
        Batch doubled = new Batch(new int[][] {{0}, {1}, {2}, {3}}, new int[][] {{4}, {4}, {4}, {4}});
        assertThat(step(table, doubled)).isCloseTo(0, within(1e-6));
    }

    private static double slope(float[][] table, int row, int i) {
        float was = table[row][i];
        table[row][i] = was + 1e-3f;
        double up = loss(table);
        table[row][i] = was - 1e-3f;
        double down = loss(table);
        table[row][i] = was;
        return (up - down) / 2e-3;
    }

    private static double loss(float[][] table) {
        double[][] e = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                float cosine = Floats.dot(TextVector.of(BATCH.a()[i], table), TextVector.of(BATCH.b()[j], table));
                e[i][j] = Math.exp(cosine / 0.5);
            }
        }
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double row = 0;
            double column = 0;
            for (int j = 0; j < 4; j++) {
                row += e[i][j];
                column += e[j][i];
            }
            sum -= Math.log(e[i][i] / row) + Math.log(e[i][i] / column);
        }
        return sum / 8;
    }

    private static double step(float[][] table, Batch batch) {
        try (Workers workers = new Workers(2)) {
            return new Contrast(table, Adam.of(10, 8), RECIPE, workers).step(batch, 0.01f, 1);
        }
    }

    private static double train(float[][] table, int steps) {
        try (Workers workers = new Workers(2)) {
            Contrast contrast = new Contrast(table, Adam.of(10, 8), RECIPE, workers);
            double loss = 0;
            for (int s = 1; s <= steps; s++) {
                loss = contrast.step(BATCH, 0.01f, s);
            }
            return loss;
        }
    }
}
