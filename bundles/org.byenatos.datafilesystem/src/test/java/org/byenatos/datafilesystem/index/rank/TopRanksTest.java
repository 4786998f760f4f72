package org.byenatos.datafilesystem.index.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TopRanksTest {

    @Property(tries = 300)
    void agreesWithSorting(
            @ForAll @Size(max = 60) @FloatRange(min = 0, max = 3) float[] scores,
            @ForAll @IntRange(max = 70) int count) {
        int[] sorted = IntStream.range(0, scores.length)
                .boxed()
                .filter(rank -> scores[rank] > 0)
                .sorted(Comparator.<Integer>comparingDouble(rank -> -scores[rank])
                        .thenComparing(rank -> -rank))
                .limit(count)
                .mapToInt(rank -> rank)
                .toArray();
        assertThat(TopRanks.of(scores, count)).isEqualTo(sorted);
    }
}
