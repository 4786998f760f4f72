package org.byenatos.localaischeduler;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.localaischeduler.enrich.EnrichmentWork;
import org.byenatos.localaischeduler.queue.InferenceQueue;
import org.byenatos.localaischeduler.queue.Timing;
import org.byenatos.localaischeduler.token.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Wires the module: counts tokens on the caller's thread and runs everything else in the queue. Once it is deactivated
 * it throws {@link ModuleStoppedException}; work that it had accepted and cannot end in time ends with the same.
 */
@Component(
        service = {AiProcessor.class, TokenCounter.class},
        immediate = true,
        configurationPid = "org.byenatos.localaischeduler")
@Designate(ocd = LocalAiConfiguration.class)
public final class LocalAiScheduler implements AiProcessor, TokenCounter {

    private static final String MODULE = "LocalAIScheduler";
    private static final System.Logger LOG = System.getLogger(LocalAiScheduler.class.getName());

    private final CallGate gate;
    private final Duration drain;
    private final InferenceQueue queue;
    private final Tokens tokens = new Tokens();
    private final Lazy<TextModel> text = new Lazy<>(() -> TextModel.of(tokens));

    /** Checks the configuration; {@link #start} begins to work. */
    @Activate
    public LocalAiScheduler(LocalAiConfiguration configuration, Map<String, ?> properties) {
        Settings settings = Settings.of(configuration, properties);
        this.drain = settings.drain();
        this.gate = new CallGate(MODULE, drain);
        this.queue = new InferenceQueue(MODULE, settings.queue(), LocalAiScheduler::worker, System::nanoTime);
    }

    @Activate
    void start() {
        queue.start();
        WarmUp warmUp = new WarmUp(new ArrayDeque<>(List.of(
                () -> tokens.count("", DEFAULT_ENCODING),
                () -> text.get().languages().detect("warm up"))));
        CompletableFuture<Timing> warm = queue.submit(warmUp, Priority.BATCH, null);
        var unused = warm.whenComplete((timing, failure) -> {
            if (failure != null && !(failure instanceof ModuleStoppedException)) {
                LOG.log(System.Logger.Level.ERROR, "cannot read the tables of local AI", failure);
            }
        });
    }

    @Deactivate
    void stop() {
        gate.close();
        queue.close(drain);
    }

    @Override
    public CompletionStage<AiResult> compute(AiRequest request) {
        return staged(() -> queue.submit(text.get().requests().work(request), request.priority(), request.deadline()));
    }

    @Override
    public CompletionStage<List<Enrichment>> enrich(List<HinataRecord> records) {
        return staged(() -> queue.submit(
                new EnrichmentWork(records, text.get().enricher(), Clock.systemUTC()), Priority.BATCH, null));
    }

    @Override
    public int count(String text, String encoding) {
        return gate.call(() -> tokens.count(text, encoding));
    }

    @Override
    public List<String> encodings() {
        return gate.call(tokens::encodings);
    }

    /** What is wrong with a call ends its stage; only that the module was stopped is thrown, so that a slot waits. */
    private <R> CompletionStage<R> staged(Supplier<CompletableFuture<R>> submit) {
        return gate.call(() -> {
            try {
                return submit.get();
            } catch (ModuleStoppedException stopped) {
                throw stopped;
            } catch (ByenatosException refused) {
                return CompletableFuture.failedFuture(refused);
            }
        });
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "byenatos-local-ai");
        thread.setDaemon(true);
        return thread;
    }
}
