package org.byenatos.localaischeduler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.api.ai.Priority.BATCH;
import static org.byenatos.api.ai.Priority.INTERACTIVE;
import static org.byenatos.api.ai.Priority.NORMAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.byenatos.api.ai.Priority;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final long MS = 1_000_000;
    private static final QueueSettings SETTINGS =
            new QueueSettings(1, 10, 1000, Duration.ofMillis(500), Duration.ofMillis(10));

    private final Lines lines = new Lines(SETTINGS, 0);

    @Test
    void higherPrioritiesGoFirstAndEqualOnesInOrder() {
        Entry<?> batch = put(BATCH, 0);
        Entry<?> normal = put(NORMAL, 1);
        Entry<?> first = put(INTERACTIVE, 2);
        Entry<?> second = put(INTERACTIVE, 3);

        assertThat(List.of(lines.poll(4, true), lines.poll(4, true), lines.poll(4, true), lines.poll(4, true)))
                .containsExactly(first, second, normal, batch);
        assertThat(lines.poll(4, true)).isNull();
    }

    @Test
    void aLowerPriorityGetsATurnAfterTheAgeing() {
        Entry<?> batch = put(BATCH, 0);
        put(BATCH, 0);
        Entry<?> urgent = put(INTERACTIVE, 499 * MS);
        Entry<?> next = put(INTERACTIVE, 499 * MS);

        assertThat(lines.poll(499 * MS, true)).isSameAs(urgent);
        assertThat(lines.poll(500 * MS, true)).isSameAs(batch);
        // One turn, not the whole line: the second of the batch waits for its own ageing.
        assertThat(lines.poll(501 * MS, true)).isSameAs(next);
    }

    @Property
    void nothingStarvesAndAFloodBelowDelaysByOneTurnEach(@ForAll @Size(max = 9) List<Priority> flood) {
        Lines lines = new Lines(SETTINGS, 0);
        flood.forEach(priority -> lines.offer(entry(priority, 0)));
        List<Priority> served = new ArrayList<>();
        // An endless stream of urgent work, one turn of 10 ms after another.
        for (long now = 0; now < 10_000 * MS; now += 10 * MS) {
            lines.offer(entry(INTERACTIVE, now));
            served.add(lines.poll(now, true).priority());
        }

        for (Priority priority : List.of(NORMAL, BATCH)) {
            assertThat(served.stream().filter(priority::equals).count())
                    .isEqualTo(flood.stream().filter(priority::equals).count());
        }
        assertThat(longestRunBelow(served)).isLessThanOrEqualTo(2);
    }

    private static int longestRunBelow(List<Priority> served) {
        int longest = 0;
        int run = 0;
        for (Priority priority : served) {
            run = priority == INTERACTIVE ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Test
    void eachPriorityHasRoomOfItsOwn() {
        for (int i = 0; i < 10; i++) {
            assertThat(lines.offer(entry(BATCH, 0))).isTrue();
        }
        assertThat(lines.offer(entry(BATCH, 0))).isFalse();
        assertThat(lines.offer(entry(INTERACTIVE, 0))).isTrue();
        lines.poll(1, true);
        lines.poll(1, true);
        assertThat(lines.offer(entry(BATCH, 0))).isTrue();
    }

    @Property
    void heldCharactersAreBoundedSaveForASinglePiece(@ForAll @IntRange(min = 1, max = 3000) int characters) {
        Lines lines = new Lines(SETTINGS, 0);
        assertThat(lines.offer(holding(characters))).isTrue();
        assertThat(lines.offer(holding(1000 - Math.min(characters, 999)))).isEqualTo(characters <= 999);
        assertThat(lines.offer(holding(1))).isFalse();
        lines.clear(new ArrayList<>());
        assertThat(lines.offer(holding(1000))).isTrue();
    }

    @Test
    void expiresWhatIsLateAndKeepsTheRest() {
        Entry<?> late = new Entry<>(Steps.one(() -> {}), NORMAL, Duration.ofMillis(5), 0);
        Entry<?> never = new Entry<>(Steps.one(() -> {}), NORMAL, Duration.ofSeconds(Long.MAX_VALUE), 0);
        lines.offer(late);
        lines.offer(never);

        assertThat(lines.expire(5 * MS - 1)).isEmpty();
        assertThat(lines.expire(5 * MS)).hasSize(1).first().isSameAs(late);
        assertThat(lines.poll(Long.MAX_VALUE / 2, true)).isSameAs(never);
    }

    private Entry<?> put(Priority priority, long now) {
        Entry<?> entry = entry(priority, now);
        assertThat(lines.offer(entry)).isTrue();
        return entry;
    }

    private static Entry<?> entry(Priority priority, long now) {
        return new Entry<>(Steps.one(() -> {}), priority, null, now);
    }

    private static Entry<?> holding(long characters) {
        return new Entry<>(Steps.holding(characters), BATCH, null, 0);
    }
}
