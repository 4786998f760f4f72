package org.byenatos.gateway.http.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ServiceSlot;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final HttpServletRequest REQUEST = Recorded.request();

    private final Door door = new Door(new ServiceSlot<>("What answers /test", Duration.ofMillis(500)));
    private final Recorded recorded = new Recorded();

    /** Answers with its name as long as its gate is open, as gateways do. */
    private static final class Gateway extends GenericServlet {

        private static final long serialVersionUID = 1L;

        private final transient CallGate gate;
        private final transient AtomicInteger answered = new AtomicInteger();
        private final transient AtomicBoolean gone = new AtomicBoolean();

        Gateway(String name) {
            this.gate = new CallGate(name, Duration.ofSeconds(1));
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) {
            gate.run(() -> {
                if (gone.get()) {
                    throw new IllegalStateException("asked after it was removed");
                }
                answered.incrementAndGet();
            });
        }

        void stop() {
            gate.close();
            gone.set(true);
        }
    }

    @Test
    void theHighestRankedAnswers() throws Exception {
        Gateway low = new Gateway("low");
        Gateway high = new Gateway("high");
        door.add(2, high);
        door.add(1, low);
        door.service(REQUEST, recorded.response());
        door.remove(2);
        door.service(REQUEST, recorded.response());

        assertThat(high.answered).hasValue(1);
        assertThat(low.answered).hasValue(1);
    }

    @Test
    void whatWasThereBeforeAnswersAgainWhenASuccessorIsTakenBack() throws Exception {
        Gateway before = new Gateway("before");
        door.add(1, before);
        door.add(2, new Gateway("refused"));
        door.remove(2);
        door.service(REQUEST, recorded.response());

        assertThat(before.answered).hasValue(1);
    }

    @Test
    void aRequestGoesOnFromOneThatWasStoppedToItsSuccessor() throws Exception {
        Gateway old = new Gateway("old");
        Gateway fresh = new Gateway("fresh");
        door.add(1, old);
        old.stop();
        Thread later = new Thread(() -> door.add(2, fresh));
        later.start();
        door.service(REQUEST, recorded.response());
        later.join();

        assertThat(old.answered).hasValue(0);
        assertThat(fresh.answered).hasValue(1);
    }

    @Test
    void noRequestIsLostWhileGatewaysFollowEachOther() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Gateway> gateways = new ArrayList<>(List.of(new Gateway("0")));
        door.add(0, gateways.get(0));
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(new Thread(() -> {
                while (!stop.get()) {
                    try {
                        door.service(REQUEST, recorded.response());
                        asked.incrementAndGet();
                    } catch (Exception failed) {
                        failures.add(failed);
                    }
                }
            }));
        }
        clients.forEach(Thread::start);
        for (int next = 1; next <= 2_000; next++) {
            Gateway fresh = new Gateway(Integer.toString(next));
            door.add(next, fresh);
            door.remove(next - 1);
            gateways.get(next - 1).stop();
            gateways.add(fresh);
        }
        stop.set(true);
        for (Thread client : clients) {
            client.join();
        }

        assertThat(failures).isEmpty();
        assertThat(recorded.status()).isZero();
        assertThat(gateways.stream().mapToInt(gateway -> gateway.answered.get()).sum())
                .isEqualTo(asked.get())
                .isPositive();
    }

    @Test
    void whereNobodyAnswersTheProblemSaysWhenToComeBack() throws Exception {
        door.service(REQUEST, recorded.response());

        assertThat(recorded.status()).isEqualTo(503);
        assertThat(recorded.header("Retry-After")).isEqualTo("1");
        assertThat(recorded.body()).contains("urn:byenatos:problem:unavailable", "What answers /test");
    }

    @Test
    void failuresOfTheServletPass() {
        door.add(1, failing(new ServletException("broken")));
        assertThatThrownBy(() -> door.service(REQUEST, recorded.response()))
                .isInstanceOf(ServletException.class)
                .hasMessage("broken");
        door.add(2, failing(new IOException("gone")));
        assertThatThrownBy(() -> door.service(REQUEST, recorded.response()))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    private static Servlet failing(Exception failure) {
        return new GenericServlet() {

            private static final long serialVersionUID = 1L;

            @Override
            public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
                if (failure instanceof IOException gone) {
                    throw gone;
                }
                throw (ServletException) failure;
            }
        };
    }
}
