package org.byenatos.datafilesystem.index.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.util.FixedBitSet;

class RanksTest {

    @Property(tries = 200)
    void onlyWhatIsInTheSetIsKeptAndWalkedOver(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int size) {
        Random random = new Random(seed);
        FixedBitSet set = new FixedBitSet(size);
        float[] scores = new float[size];
        Arrays.fill(scores, 1);
        for (int rank = 0; rank < size; rank++) {
            if (random.nextInt(3) > 0) {
                set.set(rank);
            }
        }
        Ranks.keep(set, scores);
        FixedBitSet walked = new FixedBitSet(size);
        for (int rank = Ranks.first(set); rank >= 0; rank = Ranks.next(set, rank)) {
            walked.set(rank);
        }
        assertThat(walked).isEqualTo(set);
        for (int rank = 0; rank < size; rank++) {
            assertThat(scores[rank]).isEqualTo(set.get(rank) ? 1 : 0);
        }
    }

    @Property(tries = 1)
    void withoutASetAllIsKept() {
        float[] scores = {1, 2};
        Ranks.keep(null, scores);
        assertThat(scores).containsExactly(1, 2);
    }
}
