package org.byenatos.gateway.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private long now;

    @Test
    void aByteNowAndThenIsTooSlow() {
        RequestBody body = body(1, 500);

        assertThatThrownBy(() -> body.readNBytes(100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("slowly");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(now)).isBetween(2L, 3L);
    }

    @Test
    void aFewBytesMayTakeAMoment() throws IOException {
        assertThat(body(1, 500).readNBytes(3)).hasSize(3);
    }

    @Test
    void aSlowLineIsFastEnough() throws IOException {
        assertThat(body(2_048, 1_000).readNBytes(100_000)).hasSize(100_000);
    }

    @Test
    void timeBetweenReadsDoesNotCount() throws IOException {
        RequestBody body = body(1, 1);

        for (int i = 0; i < 100; i++) {
            now += TimeUnit.SECONDS.toNanos(60);
            assertThat(body.read()).isEqualTo('x');
        }
    }

    /** A body of which each read brings so many bytes after so long. */
    private RequestBody body(int bytes, int millis) {
        InputStream in = new InputStream() {
            @Override
            public int read() {
                now += TimeUnit.MILLISECONDS.toNanos(millis);
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                now += TimeUnit.MILLISECONDS.toNanos(millis);
                return Math.min(bytes, length);
            }
        };
        return new RequestBody(in, () -> now);
    }
}
