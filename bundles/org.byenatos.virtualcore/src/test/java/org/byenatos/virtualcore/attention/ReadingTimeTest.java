package org.byenatos.virtualcore.attention;

import static org.assertj.core.api.Assertions.assertThat;

import org.byenatos.api.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"reading_seconds\": 90} | 90",
                "{\"page\": {\"reading_seconds\" : 12.5}} | 12.5",
                "{\"said\": \"\\\"reading_seconds\\\": 7\", \"reading_seconds\":8} | 8",
                "{\"reading_seconds\": \"90\"} | 0",
                "{\"reading_seconds\": -5} | 0",
                "{\"reading_seconds\": 1e9} | 0",
                "{\"reading_seconds\": null} | 0",
                "{\"word\": \"reading_seconds\"} | 0",
                "{} | 0"
            })
    void readsOneMemberAndNoOther(String metadata, double seconds) {
        assertThat(ReadingTime.seconds(new Json(metadata))).isEqualTo(seconds);
    }

    @Test
    void thereNeedBeNone() {
        assertThat(ReadingTime.seconds(null)).isZero();
    }
}
