package org.byenatos.datafilesystem.index.rank;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class Bm25Test {

    private static final float[] FACTORS = Bm25.lengthFactors(17.5f);
    private static final float[] TERMS = Bm25.terms(FACTORS);

    @Property(tries = 300)
    void whatIsLookedUpIsWhatWouldBeComputed(
            @ForAll @IntRange(min = 1, max = 12) int frequency, @ForAll @IntRange(max = 255) int norm) {
        assertThat(Bm25.term(frequency, norm, TERMS, FACTORS)).isEqualTo(Bm25.term(frequency, FACTORS[norm]));
    }
}
