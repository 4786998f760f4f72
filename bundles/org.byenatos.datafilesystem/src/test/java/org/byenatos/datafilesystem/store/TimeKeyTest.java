package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
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
    void isReadBack(@ForAll long key) {
        assertThat(TimeKey.of(TimeKey.read(key))).isEqualTo(key);
    }

    @Property
    void sortsAsInstantsDo(@ForAll("instants") Instant one, @ForAll("instants") Instant other) {
        long ours = TimeKey.of(one);
        long theirs = TimeKey.of(other);
        if (one.compareTo(other) < 0) {
            assertThat(ours).isLessThanOrEqualTo(theirs);
        } else {
            assertThat(ours).isGreaterThanOrEqualTo(theirs);
        }
    }

    @Example
    void isExactInOurTimes() {
        for (String time :
                List.of("1678-01-01T00:00:00.000000001Z", "1969-12-31T23:59:59.999999999Z", "2261-12-31T00:00:00Z")) {
            assertThat(TimeKey.read(TimeKey.of(Instant.parse(time)))).hasToString(time);
        }
        assertThat(TimeKey.of(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThat(TimeKey.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    }
}
