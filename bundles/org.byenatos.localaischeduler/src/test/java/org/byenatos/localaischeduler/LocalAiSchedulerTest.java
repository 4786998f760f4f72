package org.byenatos.localaischeduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class LocalAiSchedulerTest {

    private final LocalAiScheduler scheduler = scheduler(Map.of());

    @AfterEach
    void stop() {
        scheduler.stop();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("byenatos-local-ai"));
    }

    @Test
    void answersAStringWithAValueAndAnArrayWithAnArray() {
        assertThat(compute(AiTask.COUNT_TOKENS, "\"hello world\"", null).output())
                .isEqualTo(new Json("2"));
        AiResult many = compute(AiTask.COUNT_TOKENS, "[\"hello world\", \"\", \"2 + 2 = 4\"]", null);
        assertThat(many.output()).isEqualTo(new Json("[2,0,7]"));
        assertThat(many.model()).isEqualTo("byenatos-text/2");
        assertThat(many.queueMillis()).isNotNegative();
        assertThat(many.computeMillis()).isPositive();
        assertThat(compute(AiTask.LANGUAGE, "[]", null).output()).isEqualTo(new Json("[]"));
    }

    @Test
    void takesOptions() {
        assertThat(compute(AiTask.COUNT_TOKENS, "\"antidisestablishmentarianism\"", "{\"encoding\":\"r50k_base\"}")
                        .output())
                .isEqualTo(new Json("5"));
        assertThat(compute(AiTask.KEYPHRASES, "\"The river gauge and the radar head.\"", "{\"max\":1}")
                        .output()
                        .text())
                .matches("\\[\\{\"phrase\":\"r[a-z ]+\",\"score\":1.0}]");
        assertThat(compute(AiTask.SUMMARIZE, "\"One thing. Two things.\"", "{\"max_sentences\":5}")
                        .output())
                .isEqualTo(new Json("{\"sentences\":[\"One thing.\",\"Two things.\"]}"));
        assertThat(compute(AiTask.LANGUAGE, "\"Where is the library, please?\"", null)
                        .output()
                        .text())
                .startsWith("{\"language\":\"en\",\"confidence\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EMBED|\"a\"|{}",
                "SIMILARITY|[\"a\",\"b\"]|{}",
                "RERANK|[\"a\"]|{\"question\":\"b\"}",
                "CLASSIFY|\"a\"|{\"labels\":[\"b\",\"c\"]}",
            })
    void saysWhichModelIsMissing(AiTask task, String input, String options) {
        assertThatThrownBy(() -> compute(task, input, options))
                .cause()
                .isInstanceOf(ModelNotLoadedException.class)
                .hasMessageContaining("embedding")
                .hasMessageContaining("models");
    }

    @Test
    void endsTheStageWithWhatIsWrong() {
        CompletableFuture<AiResult> stage =
                scheduler.compute(request(AiTask.LANGUAGE, "{}", "{\"mx\":1}")).toCompletableFuture();

        assertThatThrownBy(stage::join).cause().isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(
                        e.violations())
                .extracting(v -> v.pointer())
                .containsExactly("/input", "/options/mx"));
    }

    @Test
    void enrichesInOrderWhileInteractiveWorkPasses() {
        List<HinataRecord> records = IntStream.range(0, 500)
                .mapToObj(i -> record("r" + i, i % 2 == 0 ? "The river gauge number " + i : "第" + i + "台水位计的固件"))
                .toList();

        CompletableFuture<List<Enrichment>> enriched = scheduler.enrich(records).toCompletableFuture();
        compute(AiTask.LANGUAGE, "\"Where is the library, please?\"", null);

        assertThat(enriched.join()).hasSize(500);
        for (int i = 0; i < 500; i++) {
            assertThat(enriched.join().get(i).language()).isEqualTo(i % 2 == 0 ? "en" : "zh");
        }
        assertThat(scheduler.enrich(List.of()).toCompletableFuture().join()).isEmpty();
    }

    @Test
    void keepsDeadlines() {
        AiRequest late =
                new AiRequest(AiTask.LANGUAGE, new Json("\"text\""), null, Priority.BATCH, Duration.ofNanos(1), null);

        assertThatThrownBy(() -> scheduler.compute(late).toCompletableFuture().join())
                .cause()
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("deadline");
    }

    @Test
    void stoppedItAsksForARetry() {
        LocalAiScheduler stopped = scheduler(Map.of());
        CompletableFuture<AiResult> accepted =
                stopped.compute(request(AiTask.COUNT_TOKENS, "\"a\"", null)).toCompletableFuture();
        stopped.stop();

        assertThat(accepted.join().output()).isEqualTo(new Json("1"));
        assertThatThrownBy(() -> stopped.compute(request(AiTask.LANGUAGE, "\"a\"", null)))
                .isInstanceOf(ModuleStoppedException.class);
        assertThatThrownBy(() -> stopped.enrich(List.of())).isInstanceOf(ModuleStoppedException.class);
        assertThatThrownBy(() -> stopped.count("a", "o200k_base")).isInstanceOf(ModuleStoppedException.class);
        assertThatThrownBy(stopped::encodings).isInstanceOf(ModuleStoppedException.class);
    }

    @Test
    void worksWithTwoThreads() {
        LocalAiScheduler two = scheduler(Map.of("worker.threads", 2));
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("byenatos-local-ai")))
                .hasSize(3);
        two.stop();
    }

    private AiResult compute(AiTask task, String input, String options) {
        return scheduler
                .compute(request(task, input, options))
                .toCompletableFuture()
                .join();
    }

    private static AiRequest request(AiTask task, String input, String options) {
        return new AiRequest(
                task, new Json(input), null, Priority.INTERACTIVE, null, options == null ? null : new Json(options));
    }

    private static HinataRecord record(String id, String highlight) {
        return new HinataRecord(
                id, Instant.EPOCH, "test", highlight, "", "", List.of(), Access.PRIVATE, null, null, null, null);
    }

    private static LocalAiScheduler scheduler(Map<String, Object> properties) {
        LocalAiScheduler made =
                new LocalAiScheduler(Settings.of(SettingsTest.configuration(properties), properties), List.of());
        made.bindStateStore(new MemoryStore());
        made.start();
        made.prepare();
        return made;
    }
}
