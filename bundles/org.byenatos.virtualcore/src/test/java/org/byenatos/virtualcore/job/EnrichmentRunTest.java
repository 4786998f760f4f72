package org.byenatos.virtualcore.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.app.UserDirectory;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrichmentRunTest {

    private static final int MANY = 600;

    private final Records records = new Records();
    private final Modules modules = Modules.empty();
    private final List<CoreEvent> told = new ArrayList<>();
    private final EnrichmentRun run = new EnrichmentRun(
            modules,
            new Attentions(modules, Configurations.defaults()),
            new Precedence(),
            told::add,
            Clock.systemUTC());

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
        for (int i = 0; i < MANY; i++) {
            records.put("app", record(i));
        }

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
        for (int i = 0; i < MANY; i++) {
            records.put("app", record(i));
        }

        run.run("job", () -> !told.isEmpty());

        assertThat(told).hasSize(1);
        assertThat(records.pending("job", MANY)).hasSize(MANY - 256);
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
