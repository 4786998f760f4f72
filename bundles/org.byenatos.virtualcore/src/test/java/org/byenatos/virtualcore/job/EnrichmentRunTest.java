package org.byenatos.virtualcore.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.psp.MemoryManager;
import org.byenatos.api.search.DataIndex;
import org.byenatos.virtualcore.attention.Attentions;
import org.byenatos.virtualcore.attention.Configurations;
import org.byenatos.virtualcore.attention.Records;
import org.byenatos.virtualcore.attention.Services;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrichmentRunTest {

    private static final int MANY = 600;

    private final Records records = new Records();
    private final Modules modules = Modules.empty();
    private final List<CoreEvent> told = Collections.synchronizedList(new ArrayList<>());
    private final EnrichmentRun run = run(Runnable::run);

    @BeforeEach
    void bind() {
        modules.storage().bind(records);
        modules.users().bind(Services.with(UserDirectory.class, "grant", app -> Optional.empty()));
        modules.ai().bind(Services.with(AiProcessor.class, "enrich", EnrichmentRunTest::made));
        modules.memory().bind(Services.with(MemoryManager.class, "learn", batch -> 0));
        modules.index().bind(Services.with(DataIndex.class, "takeUp", seq -> null));
    }

    @Test
    void storesWhatLocalAiAndHistoryTellOfEveryRecord() {
        put(MANY);

        run.run("job", () -> false);

        assertThat(records.enrichment("app", "0").keyConcepts()).containsExactly("river", "rowing");
        assertThat(records.enrichment("app", "0").attention().similar()).isEqualTo(0.1);
        assertThat(records.enrichment("app", "1").attention().similar()).isEqualTo(0.4);
        assertThat(records.enrichment("app", "599").attention().similar()).isEqualTo(1.0);
        assertThat(records.enrichment("app", "599").attention().returns()).isEqualTo(1.0);
        assertThat(told).hasSize(3);
    }

    @Test
    void stopsAfterTheBatchInHand() {
        put(MANY);

        run.run("job", () -> !told.isEmpty());

        assertThat(told).hasSize(1);
        assertThat(records.pending("job", 0, MANY)).hasSize(MANY - 256);
    }

    @Test
    void aBatchEndsWhileTheNextIsEnriched() {
        put(MANY);
        List<Integer> endedWhenLearning = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch secondLearnt = new CountDownLatch(2);
        modules.memory().bind(Services.with(MemoryManager.class, "learn", batch -> {
            endedWhenLearning.add(told.size());
            secondLearnt.countDown();
            return 0;
        }));
        modules.index().bind(Services.with(DataIndex.class, "takeUp", seq -> awaited(secondLearnt)));

        run(work -> new Thread(work).start()).run("job", () -> false);

        assertThat(endedWhenLearning).startsWith(0, 0);
        assertThat(records.pending("job", 0, MANY)).isEmpty();
        assertThat(told).hasSize(3);
    }

    @Test
    void whatCouldNotEndStaysToBeDone() {
        put(MANY);
        modules.index().bind(Services.with(DataIndex.class, "takeUp", seq -> {
            if (!told.isEmpty()) {
                throw new UnavailableException("away", Duration.ofSeconds(1));
            }
            return null;
        }));
        EnrichmentRun beside = run(work -> new Thread(work).start());

        assertThatThrownBy(() -> beside.run("job", () -> false)).isInstanceOf(UnavailableException.class);

        assertThat(told).hasSize(1);
        assertThat(records.pending("job", 0, MANY)).hasSize(MANY - 256);
    }

    private static @Nullable Object awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            return null;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private EnrichmentRun run(Executor ending) {
        return new EnrichmentRun(
                modules,
                new Attentions(modules, Configurations.defaults()),
                new Precedence(),
                told::add,
                ending,
                Clock.systemUTC());
    }

    private void put(int many) {
        for (int i = 0; i < many; i++) {
            records.put("app", record(i));
        }
    }

    private static HinataRecord record(int number) {
        Instant at = Instant.parse("2026-07-01T00:00:00Z").plusSeconds(3600L * number);
        return new HinataRecord(
                "" + number,
                at,
                "test",
                "Rowing.",
                "",
                "https://a.example",
                List.of(),
                Access.SHARED,
                null,
                null,
                null,
                null);
    }

    private static CompletableFuture<List<Enrichment>> made(List<HinataRecord> contents) {
        return CompletableFuture.completedFuture(contents.stream()
                .map(record -> new Enrichment(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("river", "rowing"),
                        null,
                        "en",
                        null,
                        null,
                        null,
                        null,
                        "test",
                        record.timestamp()))
                .toList());
    }
}
