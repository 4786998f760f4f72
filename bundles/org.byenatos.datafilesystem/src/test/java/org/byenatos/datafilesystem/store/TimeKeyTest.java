package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeKeyTest {
    @Provide
    Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    @Property
    void isReadBack(@ForAll("instants") Instant time) {
        assertThat(TimeKey.read(TimeKey.of(time))).isEqualTo(time);
    }

    @Property
    void sortsAsInstantsDo(@ForAll("instants") Instant one, @ForAll("instants") Instant other) {
        int order = Arrays.compareUnsigned(TimeKey.of(one), TimeKey.of(other));
        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(one.compareTo(other)));
    }
}
