package org.byenatos.personalizationmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.personalizationmemory.MemoryFixture.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspFormat;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.personalizationmemory.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is remembered of a profile between requests must not outlive what holds. */
class PassingTimeTest {
    private static final String MINE = "mine";

    private final MovableClock clock = new MovableClock();
    private final MemoryFixture.InMemoryRepository repository = new MemoryFixture.InMemoryRepository();
    private final MemoryFixture.CountingTokenCounter counter = new MemoryFixture.CountingTokenCounter();
    private final PersonalMemory memory = new PersonalMemory(Settings.of(MemoryFixture.defaults(), Set.of()), clock);

    PassingTimeTest() {
        memory.bindPspRepository(repository);
        memory.bindTokenCounter(counter);
    }

    @Test
    void whatEndsIsLeftOutAndWhatBeginsComesIn() {
        save(
                component("always", NOW.minusSeconds(60), null, MINE),
                component("ends", NOW.minusSeconds(60), NOW.plusSeconds(3600), MINE),
                component("begins", NOW.plus(Duration.ofDays(3)), null, MINE));
        assertThat(known(Visibility.EVERYTHING)).containsExactlyInAnyOrder("always", "ends");
        clock.now = NOW.plusSeconds(3599);
        assertThat(known(Visibility.EVERYTHING)).containsExactlyInAnyOrder("always", "ends");
        clock.now = NOW.plusSeconds(3600);
        assertThat(known(Visibility.EVERYTHING)).containsExactly("always");
        clock.now = NOW.plus(Duration.ofDays(3));
        assertThat(known(Visibility.EVERYTHING)).containsExactlyInAnyOrder("always", "begins");
        clock.now = NOW;
        assertThat(known(Visibility.EVERYTHING)).containsExactlyInAnyOrder("always", "ends");
    }

    @Test
    void oneAppNeverSeesWhatIsRememberedForAnother() {
        save(component("mine", NOW, null, MINE), component("theirs", NOW, null, "theirs"));
        Visibility own = new Visibility(MINE, true, false, false);
        Visibility others = new Visibility("theirs", true, false, false);
        assertThat(known(Visibility.EVERYTHING)).hasSize(2);
        assertThat(known(own)).containsExactly("mine");
        assertThat(known(others)).containsExactly("theirs");
        assertThat(known(own)).containsExactly("mine");
    }

    @Test
    void aLineIsCountedOnceAndAnewForAnotherEncoding() {
        save(component("a statement of some length", NOW, null, MINE));
        known(Visibility.EVERYTHING);
        int counted = counter.calls;
        known(Visibility.EVERYTHING);
        // The whole text is counted each time before it leaves.
        assertThat(counter.calls).isEqualTo(counted + 1);
        counted = counter.calls;
        ask(Visibility.EVERYTHING, "cl100k_base");
        assertThat(counter.calls).isGreaterThan(counted + 1);
    }

    private void save(PspComponent... components) {
        repository.save(Records.USER, List.of(components), List.of());
    }

    private List<String> known(Visibility visibility) {
        return ask(visibility, MemoryFixture.ENCODING).stream()
                .map(PspComponent::text)
                .toList();
    }

    private List<PspComponent> ask(Visibility visibility, String encoding) {
        return memory.psp(
                        Records.USER,
                        visibility,
                        new PspRequest(null, 4000, encoding, PspFormat.MARKDOWN, Set.of()),
                        List.of(),
                        List.of())
                .components();
    }

    private static PspComponent component(String text, Instant from, @Nullable Instant to, String appId) {
        return new PspComponent(
                "id-" + text,
                Layer.CORE,
                ComponentType.FACT,
                null,
                text,
                0.9,
                0.9,
                List.of(new Evidence(new RecordRef(appId, "r-" + text), Access.PRIVATE, NOW.minusSeconds(60))),
                from,
                to);
    }

    private static final class MovableClock extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
