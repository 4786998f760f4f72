package org.byenatos.gateway.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.byenatos.api.error.UnavailableException;
import org.junit.jupiter.api.Test;

class BodySlotsTest {

    private static final int LENGTH = 100;
    private static final int SLOTS = 16;

    private final BodySlots slots = new BodySlots();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void aBodyThatIsThereIsLookedAtOnce() {
        slots.take(request(1)).close();

        assertThat(looks).hasValue(1);
    }

    @Test
    void aBodyThatComesAMomentAfterItsHeadersNeedsNoSlot() {
        for (int i = 0; i <= SLOTS; i++) {
            looks.set(0);
            slots.take(request(4));

            assertThat(looks).hasValue(4);
        }
    }

    @Test
    void bodiesThatDoNotComeSoonShareAFewSlots() {
        List<BodySlots.Slot> taken = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            taken.add(slots.take(request(Integer.MAX_VALUE)));
        }

        assertThatThrownBy(() -> slots.take(request(Integer.MAX_VALUE))).isInstanceOf(UnavailableException.class);
        taken.get(0).close();
        slots.take(request(Integer.MAX_VALUE));
    }

    /** A request whose body is there when it is looked at for so many times. */
    private HttpServletRequest request(int look) {
        ServletInputStream body = new ServletInputStream() {
            @Override
            public int available() {
                return looks.incrementAndGet() < look ? 0 : LENGTH;
            }

            @Override
            public int read() {
                return 'x';
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentLengthLong" -> (long) LENGTH;
                    case "getInputStream" -> body;
                    default -> null;
                });
    }
}
