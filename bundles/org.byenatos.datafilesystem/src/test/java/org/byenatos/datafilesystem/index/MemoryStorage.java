package org.byenatos.datafilesystem.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.api.hinata.Visibility;

/** The part of a storage that an index sees, in memory, for many users. */
class MemoryStorage implements HinataStorage {
    private final Map<String, TreeMap<Long, Change>> changes = new HashMap<>();
    private final Map<String, Map<RecordRef, Change>> last = new HashMap<>();
    private long seq;

    /** How many changes were read. */
    int read;

    /** How many changes are given at once at most. */
    int batch = Integer.MAX_VALUE;

    synchronized void put(String userId, String appId, HinataRecord record) {
        Change before = of(userId).get(new RecordRef(appId, record.id()));
        StoredRecord old = before == null ? null : before.record();
        int revision = old == null ? 1 : old.revision() + 1;
        StoredRecord stored = new StoredRecord(userId, appId, record, revision, seq + 1, Instant.EPOCH, null);
        change(userId, new Change(++seq, stored.ref(), stored));
    }

    /** What an erased user leaves. */
    synchronized void erase(String userId) {
        changes.remove(userId);
        last.remove(userId);
    }

    synchronized List<StoredRecord> all(String userId) {
        List<StoredRecord> all = new ArrayList<>();
        of(userId).values().stream().filter(c -> c.record() != null).forEach(c -> all.add(c.record()));
        return all;
    }

    @Override
    public synchronized List<RecordRef> deleteAll(String userId, String appId, int limit) {
        List<RecordRef> refs = of(userId).values().stream()
                .filter(change -> change.record() != null)
                .map(Change::ref)
                .filter(ref -> ref.appId().equals(appId))
                .limit(limit)
                .toList();
        refs.forEach(ref -> delete(userId, ref));
        return refs;
    }

    @Override
    public synchronized boolean delete(String userId, RecordRef ref) {
        Change before = of(userId).get(ref);
        if (before == null || before.record() == null) {
            return false;
        }
        change(userId, new Change(++seq, ref, null));
        return true;
    }

    @Override
    public synchronized List<StoredRecord> findAll(String userId, List<RecordRef> refs, Visibility visibility) {
        return refs.stream()
                .map(ref -> of(userId).get(ref))
                .filter(change -> change != null && change.record() != null)
                .map(Change::record)
                .filter(visibility::permits)
                .toList();
    }

    @Override
    public synchronized List<Change> changesAfter(String userId, long after, int limit) {
        List<Change> found = changes.getOrDefault(userId, new TreeMap<>()).tailMap(after, false).values().stream()
                .limit(Math.min(limit, batch))
                .toList();
        read += found.size();
        return found;
    }

    @Override
    public synchronized long lastSeq(String userId) {
        TreeMap<Long, Change> own = changes.get(userId);
        return own == null ? 0 : own.lastKey();
    }

    private Map<RecordRef, Change> of(String userId) {
        return last.computeIfAbsent(userId, user -> new HashMap<>());
    }

    private void change(String userId, Change change) {
        Change before = of(userId).put(change.ref(), change);
        TreeMap<Long, Change> own = changes.computeIfAbsent(userId, user -> new TreeMap<>());
        if (before != null) {
            own.remove(before.seq());
        }
        own.put(change.seq(), change);
    }

    @Override
    public SubmitOutcome submit(String userId, String appId, List<HinataRecord> records, String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<StoredRecord> find(String userId, RecordRef ref, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredRecord> find(String userId, String id, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<StoredRecord> list(String userId, Visibility visibility, RecordFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredRecord> revisions(String userId, RecordRef ref, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(String userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredRecord> pending(String jobId, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void enrich(String jobId, String userId, List<RecordEnrichment> enrichments) {
        throw new UnsupportedOperationException();
    }
}
