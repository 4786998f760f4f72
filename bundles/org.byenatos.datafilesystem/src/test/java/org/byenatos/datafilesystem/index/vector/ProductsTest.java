package org.byenatos.datafilesystem.index.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final int ROWS = 20;

    @Property(tries = 200)
    void theVectorApiAndPlainJavaGiveTheSameNumbersAsCounting(
            @ForAll @IntRange(min = 1, max = 400) int dimensions, @ForAll long seed)
            throws ReflectiveOperationException {
        RowFormat format = new RowFormat(dimensions);
        Random random = new Random(seed);
        Target target = Target.of(format, vector(dimensions, random));
        long[] rows = new long[ROWS * format.stride()];
        int[] counted = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            format.pack(vector(dimensions, random), row, rows, row * format.stride());
            counted[row] = count(rows, row * format.stride(), target.row(), format.words());
        }
        assertThat(sums(new PlainProducts(), target, rows)).isEqualTo(counted);
        assertThat(sums(ProductsChoice.simd(), target, rows)).isEqualTo(counted);
    }

    @Test
    void greatestValuesDoNotSpill() throws ReflectiveOperationException {
        RowFormat format = new RowFormat(256);
        float[] ones = new float[256];
        java.util.Arrays.fill(ones, 1);
        Target target = Target.of(format, ones);
        long[] rows = new long[ROWS * format.stride()];
        format.pack(ones, 1, rows, 0);
        int counted = count(rows, 0, target.row(), format.words());
        assertThat(sums(new PlainProducts(), target, rows)[0]).isEqualTo(counted);
        assertThat(sums(ProductsChoice.simd(), target, rows)[0]).isEqualTo(counted);
        assertThat(target.cosine(counted, rows, 0)).isCloseTo(1, within(0.02f));
    }

    @Property(tries = 100)
    void rowsKeepTheirVectorsAndAnglesNearly(@ForAll @IntRange(min = 8, max = 400) int dimensions, @ForAll long seed) {
        RowFormat format = new RowFormat(dimensions);
        Random random = new Random(seed);
        float[] one = vector(dimensions, random);
        float[] other = vector(dimensions, random);
        long[] row = new long[format.stride()];
        format.pack(one, seed, row, 0);
        Target target = Target.of(format, other);
        double cosine = cosine(one, other);
        assertThat(format.seq(row, 0)).isEqualTo(seed);
        assertThat(cosine(one, format.unpack(row, 0))).isCloseTo(1, within(0.001));
        assertThat((double) ExactProduct.of(target).cosine(row)).isCloseTo(cosine, within(0.015));
        assertThat((double) ExactProduct.of(target).cosine(row))
                .isCloseTo(product(format.unpack(row, 0), target.vector()), within(1e-5));
        assertThat((double) target.cosine(sums(new PlainProducts(), target, row)[0], row, 0))
                .isCloseTo(cosine, within(0.06));
    }

    @Test
    void aZeroVectorIsNearNothing() {
        RowFormat format = new RowFormat(16);
        long[] row = new long[format.stride()];
        format.pack(new float[16], 1, row, 0);
        Target target = Target.of(format, vector(16, new Random(1)));
        assertThat(ExactProduct.of(target).cosine(row)).isZero();
    }

    @Test
    void machinesWithoutC2DoWithPlainJava() {
        assertThat(ProductsChoice.hasC2("mixed mode, sharing")).isTrue();
        assertThat(ProductsChoice.hasC2("mixed mode, emulated-client, sharing")).isFalse();
        assertThat(ProductsChoice.hasC2("interpreted mode")).isFalse();
    }

    static float[] vector(int dimensions, Random random) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    static double cosine(float[] one, float[] other) {
        double sum = 0;
        double oneSquares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
            oneSquares += (double) one[i] * one[i];
            otherSquares += (double) other[i] * other[i];
        }
        return sum / Math.sqrt(oneSquares * otherSquares);
    }

    private static int[] sums(Products products, Target target, long[] rows) {
        int count = rows.length / target.format().stride();
        int[] sums = new int[count];
        products.of(target, rows, count, sums);
        return sums;
    }

    private static int count(long[] rows, int at, long[] with, int words) {
        int sum = 0;
        for (int i = 0; i < words * Long.BYTES; i++) {
            sum += upper(rows, at, i) * upper(with, 0, i);
        }
        return sum;
    }

    private static int upper(long[] rows, int at, int dimension) {
        return (int) (rows[at + dimension / 8] >>> (dimension % 8 * 8)) >> 1 & 0x7F;
    }
}
