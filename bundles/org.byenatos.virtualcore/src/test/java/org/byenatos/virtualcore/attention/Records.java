package org.byenatos.virtualcore.attention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.api.hinata.Visibility;

/** The part of a storage that enrichment sees, in memory, for one user and any job. */
public final class Records implements HinataStorage {

    public static final String USER = "owner";

    private final TreeMap<Long, Change> changes = new TreeMap<>();
    private long seq;

    /** How many records were listed. */
    int listed;

    /** Stores a record. */
    public StoredRecord put(String appId, HinataRecord record) {
        RecordRef ref = new RecordRef(appId, record.id());
        int revision = find(USER, ref, Visibility.EVERYTHING)
                .map(StoredRecord::revision)
                .orElse(0);
        StoredRecord stored = new StoredRecord(USER, appId, record, revision + 1, ++seq, Instant.EPOCH, null);
        changes.values().removeIf(change -> change.ref().equals(ref));
        changes.put(seq, new Change(seq, ref, stored));
        return stored;
    }

    @Override
    public boolean delete(String userId, RecordRef ref) {
        boolean there = changes.values().removeIf(change -> change.ref().equals(ref) && change.record() != null);
        if (there) {
            changes.put(++seq, new Change(seq, ref, null));
        }
        return there;
    }

    @Override
    public Optional<StoredRecord> find(String userId, RecordRef ref, Visibility visibility) {
        return all().stream().filter(stored -> stored.ref().equals(ref)).findFirst();
    }

    @Override
    public Page<StoredRecord> list(String userId, Visibility visibility, RecordFilter filter, PageRequest page) {
        int from = page.cursor() == null ? 0 : Integer.parseInt(page.cursor());
        List<StoredRecord> found = all().stream()
                .filter(visibility::permits)
                .filter(filter::matches)
                .sorted(Comparator.comparing(
                                (StoredRecord stored) -> stored.record().timestamp())
                        .reversed())
                .toList();
        int to = Math.min(found.size(), from + page.limit());
        listed += to - from;
        return new Page<>(found.subList(from, to), to < found.size() ? Integer.toString(to) : null);
    }

    @Override
    public List<Change> changesAfter(String userId, long after, int limit) {
        return changes.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public List<StoredRecord> pending(String jobId, long after, int limit) {
        return all().stream()
                .filter(stored -> stored.seq() > after && stored.enrichment() == null)
                .limit(limit)
                .toList();
    }

    @Override
    public void enrich(String jobId, String userId, List<RecordEnrichment> enrichments) {
        for (RecordEnrichment item : enrichments) {
            changes.replaceAll((at, change) -> with(change, item));
        }
    }

    private static Change with(Change change, RecordEnrichment item) {
        StoredRecord stored = change.record();
        return stored == null || !stored.ref().equals(item.ref()) || stored.revision() != item.revision()
                ? change
                : new Change(change.seq(), change.ref(), stored.with(item.enrichment()));
    }

    /** An enrichment of a record. */
    public Enrichment enrichment(String appId, String id) {
        return find(USER, new RecordRef(appId, id), Visibility.EVERYTHING)
                .map(StoredRecord::enrichment)
                .orElseThrow();
    }

    private List<StoredRecord> all() {
        List<StoredRecord> all = new ArrayList<>();
        changes.values().stream()
                .map(Change::record)
                .filter(found -> found != null)
                .forEach(all::add);
        return all;
    }

    @Override
    public long lastSeq(String userId) {
        return seq;
    }

    @Override
    public long count(String userId) {
        return all().size();
    }

    @Override
    public SubmitOutcome submit(String userId, String appId, List<HinataRecord> records, String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredRecord> find(String userId, String id, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredRecord> findAll(String userId, List<RecordRef> refs, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredRecord> revisions(String userId, RecordRef ref, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RecordRef> deleteAll(String userId, String appId, int limit) {
        throw new UnsupportedOperationException();
    }
}
