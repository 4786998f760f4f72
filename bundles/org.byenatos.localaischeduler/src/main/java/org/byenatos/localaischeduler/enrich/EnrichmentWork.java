package org.byenatos.localaischeduler.enrich;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.localaischeduler.queue.Timing;
import org.byenatos.localaischeduler.queue.Work;

/** The enrichment of some records, a record a step. */
public final class EnrichmentWork implements Work<List<Enrichment>> {

    /** What a record takes whatever its length, in characters. */
    private static final int OVERHEAD = 50;

    private final List<HinataRecord> records;
    private final Enricher enricher;
    private final Clock clock;
    private final List<Enrichment> made = new ArrayList<>();
    private long charactersDone;

    /**
     * @param records what to enrich
     * @param clock tells when each was
     */
    public EnrichmentWork(List<HinataRecord> records, Enricher enricher, Clock clock) {
        this.records = List.copyOf(records);
        this.enricher = enricher;
        this.clock = clock;
    }

    @Override
    public boolean step() {
        if (made.size() < records.size()) {
            HinataRecord record = records.get(made.size());
            made.add(enricher.enrich(record, clock.instant()));
            charactersDone += characters(record) + OVERHEAD;
        }
        return made.size() < records.size();
    }

    @Override
    public List<Enrichment> result(Timing timing) {
        return List.copyOf(made);
    }

    @Override
    public long characters() {
        return records.stream().mapToLong(EnrichmentWork::characters).sum();
    }

    @Override
    public String kind() {
        return "enrichment";
    }

    @Override
    public long done() {
        return charactersDone;
    }

    private static long characters(HinataRecord record) {
        return (long) record.highlight().length() + record.note().length();
    }
}
