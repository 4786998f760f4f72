package org.byenatos.api.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.byenatos.api.error.UnavailableException;
import org.junit.jupiter.api.Test;

class SwapTest {

    private interface Service {
        int answer();
    }

    /** A provider whose calls take a moment; after its gate has closed, a call would be a fault. */
    private static final class Provider implements Service {
        private final CallGate gate = new CallGate("Probe", Duration.ofSeconds(5));
        private final AtomicBoolean gone = new AtomicBoolean();

        @Override
        public int answer() {
            return gate.call(() -> {
                Thread.onSpinWait();
                if (gone.get()) {
                    throw new AssertionError("called after it was gone");
                }
                return 42;
            });
        }

        void stop() {
            gate.close();
            gone.set(true);
        }
    }

    @Test
    void noCallFailsWhileProvidersAreReplaced() throws Exception {
        ServiceSlot<Service> slot = new ServiceSlot<>("Probe", Duration.ofSeconds(3));
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(clients.submit(() -> {
                while (!stop.get()) {
                    assertThat(slot.<Integer>call(Service::answer)).isEqualTo(42);
                    calls.incrementAndGet();
                }
            }));
        }
        Provider present = new Provider();
        slot.bind(present);
        for (int swap = 0; swap < 30; swap++) {
            Thread.sleep(5);
            slot.unbind(present);
            present.stop();
            present = new Provider();
            slot.bind(present);
        }
        stop.set(true);
        for (Future<?> client : running) {
            client.get(60, TimeUnit.SECONDS);
        }
        clients.shutdownNow();
        assertThat(calls.get()).isGreaterThan(100);
    }

    @Test
    void aSlotThatStaysEmptySaysSo() {
        ServiceSlot<Service> slot = new ServiceSlot<>("Probe", Duration.ofMillis(20));

        assertThatThrownBy(() -> slot.call(Service::answer))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("Probe");
    }

    @Test
    void aStoppedProviderIsNotAskedTwice() {
        ServiceSlot<Service> slot = new ServiceSlot<>("Probe", Duration.ofMillis(50));
        AtomicInteger asked = new AtomicInteger();
        slot.bind(() -> {
            asked.incrementAndGet();
            throw new ModuleStoppedException("Probe");
        });

        assertThatThrownBy(() -> slot.call(Service::answer)).isInstanceOf(UnavailableException.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void unbindingAPredecessorKeepsTheSuccessor() {
        ServiceSlot<Service> slot = ServiceSlot.of("Probe");
        Service old = () -> 1;
        slot.bind(old);
        slot.bind(() -> 2);
        slot.unbind(old);

        assertThat(slot.<Integer>call(Service::answer)).isEqualTo(2);
    }

    @Test
    void closingWaitsForCallsInFlight() throws Exception {
        CallGate gate = new CallGate("Probe", Duration.ofSeconds(5));
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Thread caller = new Thread(() -> gate.run(() -> {
            inside.countDown();
            sleep(100);
            ended.set(true);
        }));
        caller.start();
        inside.await();

        gate.close();

        assertThat(ended).isTrue();
        assertThatThrownBy(() -> gate.run(() -> {})).isInstanceOf(ModuleStoppedException.class);
        caller.join();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
