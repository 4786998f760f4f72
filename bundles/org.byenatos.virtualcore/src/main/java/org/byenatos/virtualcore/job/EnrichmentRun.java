package org.byenatos.virtualcore.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.virtualcore.attention.Attentions;
import org.byenatos.virtualcore.runtime.Modules;
import org.byenatos.virtualcore.runtime.Stages;

/**
 * Enriches the records of a job, batch by batch: the memory learns while local AI works, then what the person's history tells is
 * added. While that goes on with the next batch, the index takes the records up by meaning and the result is stored, which ends the
 * batch. One that is cut short is done again; every step bears that.
 */
public final class EnrichmentRun implements JobWork {

    /** What a batch costs whatever its size, as learning and each transaction do, is shared by so many records. */
    private static final int BATCH = 256;

    private static final int PART = 64;

    private final Modules modules;
    private final Attentions attentions;
    private final Precedence precedence;
    private final Consumer<CoreEvent> events;
    private final Executor ending;
    private final Clock clock;

    /**
     * @param modules what does the work
     * @param attentions what history adds
     * @param precedence what each batch gives way to
     * @param events who is told
     * @param ending what ends batches beside the thread of the job, one at a time
     * @param clock what time it is
     */
    public EnrichmentRun(
            Modules modules,
            Attentions attentions,
            Precedence precedence,
            Consumer<CoreEvent> events,
            Executor ending,
            Clock clock) {
        this.modules = modules;
        this.attentions = attentions;
        this.precedence = precedence;
        this.events = events;
        this.ending = ending;
        this.clock = clock;
    }

    @Override
    public void run(String jobId, BooleanSupplier stop) {
        CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
        try {
            List<StoredRecord> batch = next(jobId, 0, stop);
            while (!batch.isEmpty()) {
                Enriched enriched = enrich(batch);
                Stages.await(ended);
                ended = CompletableFuture.runAsync(() -> end(jobId, enriched), ending);
                batch = next(jobId, last(batch), stop);
            }
        } finally {
            Stages.await(ended);
        }
    }

    private List<StoredRecord> next(String jobId, long after, BooleanSupplier stop) {
        precedence.giveWay();
        return stop.getAsBoolean()
                ? List.of()
                : modules.storage().call(storage -> storage.pending(jobId, after, BATCH));
    }

    /**
     * A batch of one user's records with what is to be stored.
     *
     * @param made what was made of each
     * @param learned how many components of the memory changed
     */
    private record Enriched(List<StoredRecord> records, List<Enrichment> made, int learned) {

        String userId() {
            return records.get(0).userId();
        }

        List<RecordEnrichment> enrichments() {
            return IntStream.range(0, records.size())
                    .mapToObj(i -> new RecordEnrichment(
                            records.get(i).ref(), records.get(i).revision(), made.get(i)))
                    .toList();
        }

        List<CoreEvent.Subject> subjects() {
            return records.stream()
                    .map(stored ->
                            new CoreEvent.Subject(stored.ref(), stored.record().access()))
                    .toList();
        }
    }

    private Enriched enrich(List<StoredRecord> batch) {
        List<Making> begun = begun(batch);
        int learned = modules.memory().call(memory -> memory.learn(batch.get(0).userId(), batch));
        List<Enrichment> made = new ArrayList<>();
        begun.forEach(making -> made.addAll(attentions.complete(making.records(), made(making))));
        return new Enriched(batch, made, learned);
    }

    private void end(String jobId, Enriched batch) {
        modules.index().run(index -> index.takeUp(batch.userId(), last(batch.records())));
        modules.storage().run(storage -> storage.enrich(jobId, batch.userId(), batch.enrichments()));
        events.accept(new CoreEvent.HinataEnriched(clock.instant(), batch.userId(), jobId, batch.subjects()));
        if (batch.learned() > 0) {
            events.accept(new CoreEvent.PspUpdated(clock.instant(), batch.userId(), batch.learned()));
        }
    }

    /** What local AI makes of some records. */
    private record Making(List<StoredRecord> records, CompletionStage<List<Enrichment>> stage) {}

    /** A batch goes to local AI in parts, so that history has the first while local AI works on the next. */
    private List<Making> begun(List<StoredRecord> batch) {
        List<Making> begun = new ArrayList<>();
        for (int from = 0; from < batch.size(); from += PART) {
            List<StoredRecord> part = batch.subList(from, Math.min(batch.size(), from + PART));
            begun.add(new Making(part, modules.ai().call(ai -> ai.enrich(contents(part)))));
        }
        return begun;
    }

    /** What local AI has made, again by its successor if it was stopped meanwhile. */
    private List<Enrichment> made(Making making) {
        try {
            return Stages.await(making.stage());
        } catch (ModuleStoppedException stopped) {
            return modules.ai().call(ai -> Stages.await(ai.enrich(contents(making.records()))));
        }
    }

    private static List<HinataRecord> contents(List<StoredRecord> records) {
        return records.stream().map(StoredRecord::record).toList();
    }

    private static long last(List<StoredRecord> batch) {
        return batch.stream().mapToLong(StoredRecord::seq).max().orElse(0);
    }
}
