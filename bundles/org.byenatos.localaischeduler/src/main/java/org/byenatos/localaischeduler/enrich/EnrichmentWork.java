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

    private final List<HinataRecord> records;
    private final Enricher enricher;
    private final Clock clock;
    private final List<Enrichment> done = new ArrayList<>();

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
        if (done.size() < records.size()) {
            done.add(enricher.enrich(records.get(done.size()), clock.instant()));
        }
        return done.size() < records.size();
    }

    @Override
    public List<Enrichment> result(Timing timing) {
        return List.copyOf(done);
    }

    @Override
    public long characters() {
        return records.stream()
                .mapToLong(r -> r.highlight().length() + r.note().length())
                .sum();
    }
}
