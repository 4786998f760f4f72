package org.byenatos.localaischeduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.ai.model.ModelScheduler;
import org.byenatos.api.ai.model.ModelState;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;

@Timeout(120)
class PreparationTest {

    @TempDir
    Path folder;

    private final HashEngine engine = new HashEngine();
    private LocalAiScheduler scheduler;
    private ModelScheduler models;

    @BeforeEach
    void start() throws Exception {
        HashEngine.write(folder, "grams", "embedding", 64, "");
        scheduler = new LocalAiScheduler(Settings.of(SettingsTest.configuration(Map.of()), Map.of()), List.of(folder));
        scheduler.bindEngine(engine);
        scheduler.bindStateStore(new MemoryStore());
        scheduler.start();
        models = new ModelSchedulerService(scheduler);
    }

    @AfterEach
    void stop() {
        scheduler.stop();
    }

    @Test
    void nothingIsReadUntilTheFrameworkHasStarted() throws Exception {
        Preparation preparation = new Preparation(scheduler, framework(Bundle.STARTING));
        preparation.start();
        preparation.frameworkEvent(event(FrameworkEvent.STARTLEVEL_CHANGED));
        Thread.sleep(50);
        assertThat(models.models()).isEmpty();

        preparation.frameworkEvent(event(FrameworkEvent.STARTED));
        awaitDefault();
    }

    @Test
    void beginsAtOnceInAFrameworkThatRuns() throws Exception {
        new Preparation(scheduler, framework(Bundle.ACTIVE)).start();
        awaitDefault();
    }

    @Test
    void whoNeedsAModelBeforeGetsIt() {
        assertThat(models.load("grams").toCompletableFuture().join().state()).isEqualTo(ModelState.LOADED);
    }

    @Test
    void theFirstRecordsWaitForTheModel() {
        HinataRecord record = new HinataRecord(
                "1",
                Instant.EPOCH,
                "test",
                "A walk by the river",
                "",
                "",
                List.of(),
                Access.PRIVATE,
                null,
                null,
                null,
                null);
        CompletableFuture<List<Enrichment>> enriched =
                scheduler.enrich(List.of(record)).toCompletableFuture();
        scheduler.prepare();
        assertThat(enriched.join().get(0).model()).contains("+grams@");
    }

    @Test
    void theFirstQuestionWaitsForTheModel() throws Exception {
        CompletableFuture<Optional<EmbeddingModel>> asked =
                CompletableFuture.supplyAsync(new EmbedderService(scheduler)::current);
        scheduler.prepare();
        assertThat(asked.join()).isPresent();
    }

    private void awaitDefault() throws InterruptedException {
        while (new EmbedderService(scheduler).current().isEmpty()) {
            Thread.sleep(2);
        }
    }

    private static FrameworkEvent event(int type) {
        return new FrameworkEvent(type, proxy(Bundle.class, 0), null);
    }

    private static BundleContext framework(int state) {
        return proxy(BundleContext.class, proxy(Bundle.class, state));
    }

    /** Answers what a caller asks for with the one thing that is asked for here. */
    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getReturnType() == void.class ? null : answer));
    }
}
