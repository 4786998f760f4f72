package org.byenatos.datafilesystem.index.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.util.FixedBitSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final int DIMENSIONS = 256;
    private static final RowFormat FORMAT = new RowFormat(DIMENSIONS);
    private static final Nearest NEAREST = new Nearest(new PlainProducts());

    @Property(tries = 300)
    void bitsThatDifferAreCountedAsTheyAre(@ForAll @IntRange(min = 1, max = 9) int words, @ForAll long seed) {
        Random random = new Random(seed);
        long[] one = random.longs(words)
                .map(word -> random.nextInt(4) == 0 ? -1 : word)
                .toArray();
        long[] other = random.longs(words)
                .map(word -> random.nextInt(4) == 0 ? 0 : word)
                .toArray();
        int differ = IntStream.range(0, words)
                .map(i -> Long.bitCount(one[i] ^ other[i]))
                .sum();
        assertThat(SignScan.differ(one, 0, other)).isEqualTo(differ);
    }

    @Property(tries = 200)
    void theSumOfSignsIsThatOfTheValuesWithThem(
            @ForAll @IntRange(min = 1, max = 300) int dimensions, @ForAll long seed) {
        Random random = new Random(seed);
        float[] vector = ProductsTest.vector(dimensions, random);
        long[] bits = random.longs((dimensions + 63) / 64).toArray();
        double sum = 0;
        double all = 0;
        for (int i = 0; i < dimensions; i++) {
            boolean positive = (bits[i / 64] >>> i % 64 & 1) == 1;
            sum += positive ? vector[i] : -vector[i];
            all += Math.abs(vector[i]);
        }
        assertThat(SignSums.of(vector).of(bits, 0) * all / (Short.MAX_VALUE - dimensions))
                .isCloseTo(sum, Offset.offset(all * dimensions / Short.MAX_VALUE));
    }

    @Property(tries = 100)
    void thePicksWithTheGreatestSumsAreTaken(@ForAll long seed, @ForAll @IntRange(max = 120) int wanted) {
        Random random = new Random(seed);
        SignPicks picks = new SignPicks(10);
        int[] sums = random.ints(100, Short.MIN_VALUE, Short.MAX_VALUE + 1).toArray();
        for (int row = 0; row < sums.length; row++) {
            picks.add(row, sums[row]);
        }
        int[] best = picks.best(wanted);
        assertThat(best).isSorted().hasSizeGreaterThanOrEqualTo(Math.min(wanted, 100));
        int least = IntStream.of(best).map(row -> sums[row]).min().orElse(Short.MAX_VALUE);
        List<Integer> better =
                IntStream.range(0, 100).filter(row -> sums[row] > least).boxed().toList();
        assertThat(IntStream.of(best).boxed().toList()).containsAll(better);
    }

    @Test
    void oppositesDifferInAllBits() {
        assertThat(SignScan.differ(new long[4], 0, new long[] {-1, -1, -1, -1})).isEqualTo(256);
    }

    @Test
    void withAndWithoutSignBitsTheNearestAreFound() {
        List<float[]> vectors = clustered(6000, new Random(1));
        Rows exact = rows(vectors, Integer.MAX_VALUE);
        Rows signs = rows(vectors, 1000);
        assertThat(exact.view().signs()).isNull();
        assertThat(signs.view().bits().size()).isEqualTo(6000);
        assertThat(recall(vectors, exact, null)).isGreaterThan(0.99);
        assertThat(recall(vectors, signs, null)).isGreaterThan(0.98);
    }

    @Test
    void aFilterCostsNoRecall() {
        List<float[]> vectors = clustered(6000, new Random(2));
        FixedBitSet few = new FixedBitSet(6000);
        IntStream.range(0, 60).forEach(i -> few.set(i * 97));
        FixedBitSet half = new FixedBitSet(6000);
        IntStream.range(0, 3000).forEach(i -> half.set(2 * i));
        for (Rows rows : List.of(rows(vectors, Integer.MAX_VALUE), rows(vectors, 1000))) {
            assertThat(recall(vectors, rows, few)).isGreaterThan(0.99);
            assertThat(recall(vectors, rows, half)).isGreaterThan(0.98);
        }
    }

    @Test
    void rowsWithoutARecordAreNotFound() {
        List<float[]> vectors = clustered(100, new Random(3));
        int[] ranks = IntStream.range(0, 90).map(i -> i % 2 == 0 ? i : -1).toArray();
        Nearest.Hits hits = NEAREST.of(
                rows(vectors, 1000).view(), Target.of(FORMAT, vectors.get(1)), new RowFilter(ranks, null), 100);
        assertThat(hits.rows()).hasSize(45);
        assertThat(IntStream.of(hits.rows())).allMatch(row -> row % 2 == 0 && row < 90);
        assertThat(hits.cosines()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Property(tries = 50)
    void theGreatestAreKeptInOrder(@ForAll long seed, @ForAll @IntRange(max = 30) int count) {
        Random random = new Random(seed);
        float[] scores = new float[random.nextInt(100)];
        BestRows best = new BestRows(count);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(1000) - 500 + random.nextFloat();
            best.offer(i, scores[i]);
        }
        List<Integer> sorted = new ArrayList<>(IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> scores[i]).reversed())
                .limit(count)
                .toList());
        assertThat(best.rows()).containsExactly(sorted.stream().mapToInt(i -> i).toArray());
    }

    private static double recall(List<float[]> vectors, Rows rows, FixedBitSet allowed) {
        int[] all = IntStream.range(0, vectors.size()).toArray();
        Random random = new Random(9);
        double found = 0;
        for (int question = 0; question < 50; question++) {
            float[] asked = vectors.get(random.nextInt(vectors.size())).clone();
            for (int i = 0; i < asked.length; i++) {
                asked[i] += (float) random.nextGaussian() / 2;
            }
            Set<Integer> wanted = new HashSet<>(IntStream.of(all)
                    .filter(row -> allowed == null || allowed.get(row))
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(row -> ProductsTest.cosine(asked, vectors.get(row)))
                            .reversed())
                    .limit(10)
                    .toList());
            Nearest.Hits hits = NEAREST.of(rows.view(), Target.of(FORMAT, asked), new RowFilter(all, allowed), 10);
            found += IntStream.of(hits.rows()).filter(wanted::contains).count() / 10.0;
        }
        return found / 50;
    }

    private static Rows rows(List<float[]> vectors, int signsAbove) {
        Rows rows = new Rows(FORMAT, signsAbove, VectorMemory.ofProcess());
        long[] words = new long[100 * FORMAT.stride()];
        for (int first = 0; first < vectors.size(); first += 100) {
            for (int i = 0; i < 100; i++) {
                FORMAT.pack(vectors.get(first + i), first + i + 1, words, i * FORMAT.stride());
            }
            rows.append(words, 100);
        }
        return rows;
    }

    /** Texts come in topics, and no dimension has its mean at 0. */
    private static List<float[]> clustered(int count, Random random) {
        List<float[]> topics = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            topics.add(ProductsTest.vector(DIMENSIONS, random));
        }
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] topic = topics.get(random.nextInt(topics.size()));
            float[] vector = ProductsTest.vector(DIMENSIONS, random);
            for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
                vector[dimension] += topic[dimension] + dimension % 3 / 2f;
            }
            vectors.add(vector);
        }
        return vectors;
    }
}
