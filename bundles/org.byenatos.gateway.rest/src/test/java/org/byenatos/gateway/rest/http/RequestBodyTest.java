package org.byenatos.gateway.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.error.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private static final int SLOTS = 16;
    private static final int UNKNOWN = -1;
    private static final int PIECE = 1_000;
    private static final int LONG = 100_000;

    private final BodySlots slots = new BodySlots();
    private final List<BodySlots.Slot> taken = new ArrayList<>();
    private long now;

    @AfterEach
    void giveBack() {
        taken.forEach(BodySlots.Slot::close);
    }

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

    @Test
    void aShortBodyThatComesInPiecesIsReadWhenEverySlotIsTaken() throws IOException {
        takeAll();

        assertThat(pieces(50 * PIECE, 3).readAllBytes().length).isEqualTo(50 * PIECE);
    }

    @Test
    void aBodyThatDoesNotComeSoonNeedsASlot() throws IOException {
        try (RequestBody alone = pieces(3 * PIECE, 1_000_000)) {
            assertThat(alone.readAllBytes().length).isEqualTo(3 * PIECE);
        }
        takeAll();
        RequestBody body = pieces(3 * PIECE, 1_000_000);

        assertThatThrownBy(body::readAllBytes).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void aLongBodyAndOneOfUnknownLengthNeedASlot() throws IOException {
        try (RequestBody alone = pieces(LONG, 1)) {
            assertThat(alone.readAllBytes().length).isEqualTo(LONG);
        }
        takeAll();

        assertThatThrownBy(() -> pieces(LONG, 1).read()).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> body(1, 1).read()).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aSlotIsGivenBack() throws IOException {
        for (int i = 0; i <= SLOTS; i++) {
            try (RequestBody body = pieces(LONG, 1)) {
                assertThat(body.read()).isEqualTo('x');
            }
        }
    }

    private void takeAll() {
        for (int i = 0; i < SLOTS; i++) {
            taken.add(slots.take());
        }
    }

    /** A body of unknown length of which each read brings so many bytes after so long. */
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
        return new RequestBody(in, UNKNOWN, slots, () -> now);
    }

    /** A body whose pieces are each there when they are looked for so many times, a millisecond apart. */
    private RequestBody pieces(int length, int looks) {
        InputStream in = new InputStream() {
            private int read;
            private int looked;

            @Override
            public int available() {
                return looked < looks && ++looked < looks ? 0 : Math.min(PIECE, length - read);
            }

            @Override
            public int read() {
                return read(new byte[1], 0, 1) < 0 ? -1 : 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int most) {
                int bytes = Math.min(Math.min(PIECE, most), length - read);
                read += bytes;
                looked = 0;
                return bytes == 0 && most > 0 ? -1 : bytes;
            }
        };
        return new RequestBody(in, length, slots, () -> now += TimeUnit.MICROSECONDS.toNanos(500));
    }
}
