package org.byenatos.virtualcore.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
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
 * added and the index takes the records up by meaning, then the result is stored and the batch is done. A batch that is cut short is
 * done again; every step bears that.
 */
public final class EnrichmentRun implements JobWork {

    /** What a batch costs whatever its size, as learning and each transaction do, is shared by so many records. */
    private static final int BATCH = 256;

    private static final int PART = 64;

    private final Modules modules;
    private final Attentions attentions;
    private final Precedence precedence;
    private final Consumer<CoreEvent> events;
    private final Clock clock;

    /**
     * @param modules what does the work
     * @param attentions what history adds
     * @param precedence what each batch gives way to
     * @param events who is told
     * @param clock what time it is
     */
    public EnrichmentRun(
            Modules modules, Attentions attentions, Precedence precedence, Consumer<CoreEvent> events, Clock clock) {
        this.modules = modules;
        this.attentions = attentions;
        this.precedence = precedence;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void run(String jobId, BooleanSupplier stop) {
        List<StoredRecord> batch = next(jobId, stop);
        while (!batch.isEmpty()) {
            enrich(jobId, batch);
            batch = next(jobId, stop);
        }
    }

    private List<StoredRecord> next(String jobId, BooleanSupplier stop) {
        precedence.giveWay();
        return stop.getAsBoolean() ? List.of() : modules.storage().call(storage -> storage.pending(jobId, BATCH));
    }

    private void enrich(String jobId, List<StoredRecord> batch) {
        String userId = batch.get(0).userId();
        List<Making> begun = begun(batch);
        int changed = modules.memory().call(memory -> memory.learn(userId, batch));
        List<Enrichment> made = new ArrayList<>();
        begun.forEach(making -> made.addAll(attentions.complete(making.records(), made(making))));
        modules.index().run(index -> index.takeUp(userId, last(batch)));
        modules.storage().run(storage -> storage.enrich(jobId, userId, pair(batch, made)));
        tell(jobId, userId, batch, changed);
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

    private static List<RecordEnrichment> pair(List<StoredRecord> batch, List<Enrichment> made) {
        return IntStream.range(0, batch.size())
                .mapToObj(i ->
                        new RecordEnrichment(batch.get(i).ref(), batch.get(i).revision(), made.get(i)))
                .toList();
    }

    private void tell(String jobId, String userId, List<StoredRecord> batch, int changed) {
        List<CoreEvent.Subject> records = batch.stream()
                .map(stored ->
                        new CoreEvent.Subject(stored.ref(), stored.record().access()))
                .toList();
        events.accept(new CoreEvent.HinataEnriched(clock.instant(), userId, jobId, records));
        if (changed > 0) {
            events.accept(new CoreEvent.PspUpdated(clock.instant(), userId, changed));
        }
    }
}
