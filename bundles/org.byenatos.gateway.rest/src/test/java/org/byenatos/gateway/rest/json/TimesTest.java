package org.byenatos.gateway.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @Test
    void understandsOffsets() {
        assertThat(Times.parse("2026-11-22T09:30:00+01:00")).contains(Instant.parse("2026-11-22T08:30:00Z"));
        assertThat(Times.parse("2026-11-22T09:30:00.123Z")).contains(Instant.parse("2026-11-22T09:30:00.123Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-22", "2026-11-22T09:30:00", "2026-02-30T00:00:00Z", "1700000000", "now"})
    void refusesWhatIsNoPointInTime(String text) {
        assertThat(Times.parse(text)).isEmpty();
    }
}
