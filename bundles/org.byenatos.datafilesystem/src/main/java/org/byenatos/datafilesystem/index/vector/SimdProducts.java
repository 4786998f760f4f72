package org.byenatos.datafilesystem.index.vector;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Multiplies sixteen lanes at a time by the incubating Vector API; loaded only where the JVM has that module. */
final class SimdProducts implements Products {

    private static final VectorSpecies<Long> WORDS = LongVector.SPECIES_256;
    private static final VectorSpecies<Integer> SUMS = IntVector.SPECIES_256;

    @Override
    public void of(Target target, long[] rows, int count, int[] sums) {
        int stride = target.format().stride();
        int words = target.format().words();
        long[] query = target.row();
        for (int row = 0; row < count; row++) {
            sums[row] = sum(rows, row * stride, query, words);
        }
    }

    private static int sum(long[] rows, int at, long[] query, int words) {
        IntVector sums = IntVector.zero(SUMS);
        int whole = WORDS.loopBound(words);
        for (int word = 0; word < whole; word += WORDS.length()) {
            LongVector row = LongVector.fromArray(WORDS, rows, at + word);
            LongVector with = LongVector.fromArray(WORDS, query, word);
            // Two products of seven bits fit in a signed lane.
            ShortVector products =
                    lanes(row, 1).mul(lanes(with, 1)).add(lanes(row, 9).mul(lanes(with, 9)));
            sums = sums.add(products.castShape(SUMS, 0)).add(products.castShape(SUMS, 1));
        }
        int sum = sums.reduceLanes(VectorOperators.ADD);
        for (int word = whole; word < words; word++) {
            sum += rest(rows[at + word], query[word]);
        }
        return sum;
    }

    private static ShortVector lanes(LongVector words, int shift) {
        return words.lanewise(VectorOperators.LSHR, shift).and(RowFormat.LANES).reinterpretAsShorts();
    }

    private static int rest(long row, long query) {
        int sum = 0;
        for (int shift = 1; shift < Long.SIZE; shift += Byte.SIZE) {
            sum += (int) ((row >>> shift) & 0x7F) * (int) ((query >>> shift) & 0x7F);
        }
        return sum;
    }
}
