package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @Property
    void readsWhatAnInstantWrites(
            @ForAll @LongRange(min = -80_000_000_000L, max = 300_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant whole = Instant.ofEpochSecond(second);
        Instant millis = whole.plusMillis(nano / 1_000_000);

        assertThat(Instants.parse(whole.toString())).isEqualTo(whole);
        assertThat(Instants.parse(millis.toString())).isEqualTo(millis);
        assertThat(Instants.parse(whole.plusNanos(nano).toString())).isEqualTo(whole.plusNanos(nano));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59.5Z",
                "2024-06-30T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2024-01-01T08:00:00+01:00",
                "-0001-01-01T00:00:00Z",
                "+12024-01-01T00:00:00Z",
                "2024-01-01t08:00:00z"
            })
    void readsTheUnusualAsTheGeneralParserDoes(String text) {
        assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String text :
                new String[] {"", "Z", "2023-02-29T00:00:00Z", "2024-01-01T08:60:00Z", "2024-01-01T08:00:00.1234567890Z"
                }) {
            assertThatThrownBy(() -> Instants.parse(text)).as(text).isInstanceOf(DateTimeException.class);
        }
    }
}
