package org.byenatos.localaischeduler.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelState;
import org.byenatos.api.ai.model.ModelStatus;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.state.StateStore;
import org.byenatos.localaischeduler.HashEngine;
import org.byenatos.localaischeduler.MemoryStore;
import org.byenatos.localaischeduler.compute.ComputeOptimizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ModelsTest {

    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    private final HashEngine engine = new HashEngine();
    private final MemoryStore documents = new MemoryStore();
    private final List<String> news = Collections.synchronizedList(new ArrayList<>());
    private final List<Models> made = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        made.forEach(Models::close);
        assertThat(engine.closed.get())
                .as("every model that was opened is closed")
                .isEqualTo(engine.opened.get());
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("byenatos-models")));
    }

    @Test
    void loadsTheDefaultInTheBackground() throws Exception {
        HashEngine.write(folder, "other", "embedding", 8, "");
        HashEngine.write(folder, Catalog.BUILT_IN, "embedding", 16, "");
        HashEngine.write(folder, "judge", "rerank", 1, "");
        engine.millisToOpen = 300;
        Models models = models(100, Duration.ofHours(1));
        assertThat(models.current()).isEmpty();

        await(() -> models.current().isPresent());
        assertThat(models.current().orElseThrow().id()).isEqualTo(Catalog.BUILT_IN);
        assertThat(models.current().orElseThrow().dimensions()).isEqualTo(16);
        assertThat(news).containsExactly(Catalog.BUILT_IN + " loaded");
        assertThat(models.statuses()).extracting(ModelStatus::id).containsExactly(Catalog.BUILT_IN, "judge", "other");
        assertThat(models.statuses())
                .extracting(ModelStatus::state)
                .containsExactly(ModelState.LOADED, ModelState.AVAILABLE, ModelState.AVAILABLE);
        assertThat(models.statuses()).extracting(ModelStatus::isDefault).containsExactly(true, true, false);
    }

    @Test
    void aDefaultIsKeptOverARestart() throws Exception {
        HashEngine.write(folder, "one", "embedding", 8, "");
        HashEngine.write(folder, "two", "embedding", 8, "");
        Models first = models(100, Duration.ofHours(1));
        await(() -> first.current().isPresent());
        assertThat(first.current().orElseThrow().id()).isEqualTo("one");

        first.setDefault("two").get(60, TimeUnit.SECONDS);
        assertThat(first.current().orElseThrow().id()).isEqualTo("two");
        assertThat(news).endsWith("two loaded", "two default");
        assertThat(first.statuses()).as("the earlier one stays warm").allMatch(s -> s.state() == ModelState.LOADED);

        Models second = models(100, Duration.ofHours(1));
        await(() -> second.current().isPresent());
        assertThat(second.current().orElseThrow().id()).isEqualTo("two");
    }

    @Test
    void theEarlierDefaultServesUntilTheNewOneIsWarm() throws Exception {
        HashEngine.write(folder, "one", "embedding", 8, "");
        HashEngine.write(folder, "two", "embedding", 8, "");
        Models models = models(100, Duration.ofHours(1));
        await(() -> models.current().isPresent());
        engine.millisToOpen = 200;

        CompletableFuture<ModelStatus> change = models.setDefault("two");
        while (!change.isDone()) {
            assertThat(models.current()).isPresent();
            Thread.sleep(1);
        }
        assertThat(models.current().orElseThrow().id()).isEqualTo("two");
    }

    @Test
    void aBrokenModelIsRefusedAndHarmsNothing() throws Exception {
        HashEngine.write(folder, "good", "embedding", 8, "");
        Path broken = HashEngine.write(folder, "broken", "embedding", 8, "");
        Files.writeString(broken.resolve(HashEngine.FILE), "12345");
        HashEngine.write(folder, "wide", "embedding", 8, "");
        Files.writeString(
                folder.resolve("wide/model.json"),
                Files.readString(folder.resolve("wide/model.json"))
                        .replace("embedding", "rerank")
                        .replace(":8,", ":1,"));
        Models models = models(100, Duration.ofHours(1));
        await(() -> models.current().isPresent());
        String before = models.current().orElseThrow().id();
        assertThat(before).isEqualTo("good");

        assertThatThrownBy(() -> models.setDefault("broken").join())
                .hasCauseInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("another SHA-256");
        assertThat(models.current().orElseThrow().id()).isEqualTo("good");
        ModelStatus status = status(models, "broken");
        assertThat(status.state()).isEqualTo(ModelState.REFUSED);
        assertThat(status.reason()).contains("another SHA-256");
        assertThatThrownBy(() -> models.load("none").join()).hasCauseInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> models.forTask(ModelTask.EMBEDDING, "wide").join())
                .cause()
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is a model for rerank");

        HashEngine.write(folder, "broken", "embedding", 8, "");
        models.wake();
        await(() -> status(models, "broken").state() != ModelState.REFUSED);
        models.load("broken").join();
    }

    @Test
    void aModelWhoseRowsAreNotWhatItSaysIsRefused() throws Exception {
        HashEngine.write(folder, "liar", "classification", 3, ",\"labels\":[\"a\",\"b\",\"c\"]");
        Models models = new Models(
                "LocalAIScheduler",
                new ModelSettings(100 * MIB, Duration.ofHours(1), Duration.ofHours(1)),
                List.of(folder),
                engines(new HashEngine() {
                    @Override
                    public org.byenatos.api.ai.model.OpenModel open(
                            Path path, org.byenatos.api.ai.model.ModelSpec spec) {
                        return super.open(
                                path,
                                new org.byenatos.api.ai.model.ModelSpec(
                                        spec.id(),
                                        ModelTask.EMBEDDING,
                                        spec.engine(),
                                        spec.files(),
                                        2,
                                        spec.maximumTokens(),
                                        spec.pooling(),
                                        false,
                                        "",
                                        "",
                                        List.of(),
                                        List.of(),
                                        null));
                    }
                }),
                new Defaults(store(documents)),
                new ComputeOptimizer(Duration.ofMillis(4), MIB, false, 1),
                (model, what) -> {});
        made.add(models);
        models.start();

        assertThatThrownBy(() -> models.load("liar").join())
                .hasCauseInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("its rows have 2 values, and dimensions says 3");
    }

    @Test
    void lettingGoWaitsForWhatRunsAndItComesBackWhenNeeded() throws Exception {
        HashEngine.write(folder, "one", "embedding", 8, "");
        Models models = models(100, Duration.ofHours(1));
        await(() -> models.current().isPresent());
        Loaded held = models.use("one").join();

        CompletableFuture<ModelStatus> unload = models.unload("one");
        Thread.sleep(50);
        assertThat(unload).isNotDone();
        assertThat(engine.closed).hasValue(0);
        assertThat(models.current()).isEmpty();
        Loaded again = models.use("one").join();
        assertThat(again).isNotSameAs(held);
        held.release();
        assertThat(unload.get(60, TimeUnit.SECONDS).id()).isEqualTo("one");
        assertThat(engine.closed).hasValue(1);
        assertThat(models.current()).isPresent();
        again.release();
    }

    @Test
    void anUnloadedDefaultStaysAwayUntilItIsNeeded() throws Exception {
        HashEngine.write(folder, "one", "embedding", 8, "");
        Models models = models(100, Duration.ofHours(1), Duration.ofMillis(20));
        await(() -> models.current().isPresent());

        models.unload("one").join();
        Thread.sleep(100);
        assertThat(models.current()).isEmpty();
        models.forTask(ModelTask.EMBEDDING, null).join().release();
        assertThat(models.current()).isPresent();
    }

    @Test
    void keepsWithinItsMemoryAndLetsGoOfWhatWasUsedLongestAgo() throws Exception {
        for (String id : List.of("a", "b", "c", "d")) {
            HashEngine.write(folder, id, "embedding", 8, "");
        }
        Models models = models(3, Duration.ofHours(1));
        await(() -> models.current().isPresent());
        models.load("b").join();
        models.load("c").join();
        models.use("a").join().release();
        models.load("d").join();

        assertThat(models.statuses())
                .filteredOn(status -> status.state() == ModelState.LOADED)
                .extracting(ModelStatus::id)
                .containsExactly("a", "c", "d");
        assertThat(news).endsWith("b unloaded", "d loaded");
    }

    @Test
    void letsGoOfWhatNobodyUsesExceptDefaults() throws Exception {
        HashEngine.write(folder, "a", "embedding", 8, "");
        HashEngine.write(folder, "b", "embedding", 8, "");
        Models models = models(100, Duration.ofMillis(50), Duration.ofMillis(20));
        await(() -> models.current().isPresent());
        models.load("b").join();

        await(() -> status(models, "b").state() == ModelState.AVAILABLE);
        assertThat(status(models, "a").state()).isEqualTo(ModelState.LOADED);
    }

    @Test
    void findsWhatIsDroppedInAndMissesWhatIsTakenAway() throws Exception {
        Models models = models(100, Duration.ofHours(1), Duration.ofMillis(20));
        assertThatThrownBy(() -> models.forTask(ModelTask.EMBEDDING, null).join())
                .hasCauseInstanceOf(ModelNotLoadedException.class);

        Path late = HashEngine.write(folder, "late", "embedding", 8, "");
        await(() -> models.current().isPresent());
        Files.delete(late.resolve("model.json"));
        Files.delete(late.resolve(HashEngine.FILE));
        await(() -> models.current().isEmpty() && engine.closed.get() == 1);
        assertThat(news).containsExactly("late loaded", "late unloaded");
    }

    @Test
    void anEngineMayComeLateAndGo() throws Exception {
        HashEngine.write(folder, "one", "embedding", 8, "");
        Engines engines = new Engines();
        Models models = models(engines, 100, Duration.ofHours(1), Duration.ofHours(1));
        assertThatThrownBy(() -> models.load("one").join())
                .hasCauseInstanceOf(ModelNotLoadedException.class)
                .hasMessageContaining("hashed-ngrams");
        assertThat(status(models, "one").state()).isEqualTo(ModelState.AVAILABLE);

        engines.add(engine);
        models.wake();
        await(() -> models.current().isPresent());
        engines.remove(engine);
        models.forget(engine);
        await(() -> models.current().isEmpty() && engine.closed.get() == 1);
    }

    @Test
    void closedItAsksForARetry() throws Exception {
        HashEngine.write(folder, "one", "embedding", 8, "");
        Models models = models(100, Duration.ofHours(1));
        await(() -> models.current().isPresent());
        models.close();

        assertThatThrownBy(() -> models.use("one").join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ModuleStoppedException.class);
    }

    private static ModelStatus status(Models models, String id) {
        return models.statuses().stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Models models(long mebibytes, Duration idle) {
        return models(mebibytes, idle, Duration.ofHours(1));
    }

    private Models models(long mebibytes, Duration idle, Duration scan) {
        return models(engines(engine), mebibytes, idle, scan);
    }

    private Models models(Engines engines, long mebibytes, Duration idle, Duration scan) {
        Models models = new Models(
                "LocalAIScheduler",
                new ModelSettings(mebibytes * MIB, idle, scan),
                List.of(folder),
                engines,
                new Defaults(store(documents)),
                new ComputeOptimizer(Duration.ofMillis(4), MIB, false, 1),
                (model, what) -> news.add(model + " " + what));
        made.add(models);
        models.start();
        return models;
    }

    private static Engines engines(HashEngine engine) {
        Engines engines = new Engines();
        engines.add(engine);
        return engines;
    }

    private static ServiceSlot<StateStore> store(StateStore documents) {
        ServiceSlot<StateStore> slot = ServiceSlot.of("DataFileSystem");
        slot.bind(documents);
        return slot;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(2);
        }
    }
}
