package org.byenatos.personalizationmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.personalizationmemory.Records.USER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.junit.jupiter.api.Test;

class ReplacementTest {

    private final MemoryFixture fixture = new MemoryFixture();

    @Test
    void aStoppedMemorySendsCallsToItsSuccessor() {
        fixture.memory.stop();

        assertThatThrownBy(() -> fixture.memory.learn(USER, List.of())).isInstanceOf(ModuleStoppedException.class);
        assertThatThrownBy(fixture::known).isInstanceOf(ModuleStoppedException.class);
    }

    @Test
    void stoppingWaitsForCallsInFlight() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        fixture.memory.unbindPspRepository(fixture.repository);
        fixture.memory.bindPspRepository(new Waiting(inside, go));
        CompletableFuture<List<String>> call = CompletableFuture.supplyAsync(fixture::known);
        inside.await();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(fixture.memory::stop);
        assertThat(stop).isNotDone();
        go.countDown();

        stop.get();
        assertThat(call).isCompletedWithValue(List.of());
    }

    @Test
    void waitsForARepositoryThatIsBeingReplaced() {
        fixture.memory.unbindPspRepository(fixture.repository);
        CompletableFuture<Integer> learning = CompletableFuture.supplyAsync(
                () -> fixture.memory.learn(USER, List.of(Records.note("n", 1, "I live in Lyon."))));
        fixture.memory.bindPspRepository(fixture.repository);

        assertThat(learning.join()).isEqualTo(1);
        assertThat(fixture.memory
                        .psp(USER, Visibility.EVERYTHING, MemoryFixture.request(null, 100), List.of(), List.of())
                        .components())
                .hasSize(1);
    }

    private record Waiting(CountDownLatch inside, CountDownLatch go) implements PspRepository {

        @Override
        public List<PspComponent> components(String userId) {
            inside.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }

        @Override
        public void save(String userId, List<PspComponent> changed, List<String> deletedIds) {
            throw new UnsupportedOperationException();
        }
    }
}
