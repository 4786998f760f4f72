package org.byenatos.datafilesystem.index.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScratchTest {

    @Test
    void anArrayIsUsedAgainAndHoldsNothingOfTheSearchBefore() {
        ScorePool pool = new ScorePool(8);
        float[] first;
        try (Scratch scratch = new Scratch(pool)) {
            first = scratch.zeros();
            first[3] = 7;
        }
        try (Scratch scratch = new Scratch(pool)) {
            assertThat(scratch.zeros()).isSameAs(first).containsOnly(0);
        }
    }

    @Test
    void twoSearchesAtOnceShareNothing() {
        ScorePool pool = new ScorePool(8);
        try (Scratch one = new Scratch(pool);
                Scratch other = new Scratch(pool)) {
            float[] mine = one.zeros();
            assertThat(other.zeros()).isNotSameAs(mine);
            one.done(mine);
            assertThat(other.zeros()).isSameAs(mine);
            assertThat(one.zeros()).isNotSameAs(mine);
        }
    }

    @Test
    void noMoreIsKeptThanTheMemoryAllows() {
        ScorePool pool = new ScorePool(2 << 20);
        float[] kept = new float[2 << 20];
        pool.giveBack(kept);
        pool.giveBack(new float[2 << 20]);
        assertThat(pool.take()).isSameAs(kept);
        assertThat(pool.take()).isNotSameAs(kept);
    }
}
