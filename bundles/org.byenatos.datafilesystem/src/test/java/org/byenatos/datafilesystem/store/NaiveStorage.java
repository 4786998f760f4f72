package org.byenatos.datafilesystem.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.datafilesystem.Records;

/** What a storage of one user should do, in lists and maps. Positions count from 1 and are comparable by order alone. */
final class NaiveStorage {
    private final String userId;
    private final Map<RecordRef, Row> rows = new LinkedHashMap<>();
    private final Map<RecordRef, Row> binned = new LinkedHashMap<>();
    private final Map<RecordRef, Integer> deleted = new LinkedHashMap<>();
    private final Map<String, Work> jobs = new LinkedHashMap<>();
    private int clock;

    NaiveStorage(String userId) {
        this.userId = userId;
    }

    SubmitOutcome submit(String appId, List<HinataRecord> records, String jobId) {
        List<String> accepted = new ArrayList<>();
        List<String> revised = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        Work work = new Work();
        for (HinataRecord record : lastOfEachId(records)) {
            RecordRef ref = new RecordRef(appId, record.id());
            Row row = rows.get(ref);
            if (row == null && binned.containsKey(ref)) {
                Row back = binned.remove(ref);
                back.revise(++clock, record);
                rows.put(ref, back);
                deleted.remove(ref);
                revised.add(record.id());
                work.todo.add(ref);
            } else if (row == null) {
                rows.put(ref, new Row(++clock, record));
                deleted.remove(ref);
                accepted.add(record.id());
                work.todo.add(ref);
            } else if (row.record.equals(record)) {
                unchanged.add(record.id());
            } else {
                leave(ref);
                row.revise(++clock, record);
                revised.add(record.id());
                work.todo.add(ref);
            }
        }
        work.total = work.todo.size();
        jobs.put(jobId, work);
        return new SubmitOutcome(accepted, revised, unchanged);
    }

    private static List<HinataRecord> lastOfEachId(List<HinataRecord> records) {
        Map<String, HinataRecord> last = new LinkedHashMap<>();
        for (HinataRecord record : records) {
            last.remove(record.id());
            last.put(record.id(), record);
        }
        return List.copyOf(last.values());
    }

    boolean delete(RecordRef ref) {
        if (rows.remove(ref) == null) {
            return binned.remove(ref) != null;
        }
        leave(ref);
        deleted.put(ref, ++clock);
        return true;
    }

    boolean bin(RecordRef ref) {
        Row row = rows.remove(ref);
        if (row == null) {
            return false;
        }
        leave(ref);
        deleted.put(ref, ++clock);
        binned.put(ref, row);
        return true;
    }

    boolean unbin(RecordRef ref, String jobId) {
        Row row = binned.remove(ref);
        if (row == null) {
            return false;
        }
        row.changed = ++clock;
        rows.put(ref, row);
        deleted.remove(ref);
        Work work = new Work();
        if (row.enrichment == null) {
            work.todo.add(ref);
        }
        work.total = work.todo.size();
        jobs.put(jobId, work);
        return true;
    }

    /** What is in the bin, that which was written last first. */
    List<RecordRef> binned() {
        return binned.keySet().stream()
                .sorted(Comparator.comparing((RecordRef ref) -> binned.get(ref).changed)
                        .reversed())
                .toList();
    }

    private void leave(RecordRef ref) {
        jobs.values().forEach(work -> work.todo.remove(ref));
    }

    List<String> unfinished() {
        return jobs.keySet().stream().filter(id -> !jobs.get(id).todo.isEmpty()).toList();
    }

    List<RecordRef> pending(String jobId, int limit) {
        return jobs.get(jobId).todo.stream().limit(limit).toList();
    }

    void enrich(String jobId, RecordRef ref, int revision, Enrichment enrichment) {
        Row row = rows.get(ref);
        if (row != null && row.revisions() == revision && jobs.get(jobId).todo.remove(ref)) {
            row.enrichment = enrichment;
        }
    }

    int done(String jobId) {
        return jobs.get(jobId).total - jobs.get(jobId).todo.size();
    }

    List<StoredRecord> list(Visibility visibility, RecordFilter filter) {
        Comparator<Map.Entry<RecordRef, Row>> newest =
                Comparator.comparing(entry -> entry.getValue().record.timestamp());
        Comparator<Map.Entry<RecordRef, Row>> latest = Comparator.comparing(entry -> entry.getValue().made);
        return rows.entrySet().stream()
                .sorted(newest.thenComparing(latest).reversed())
                .map(entry -> stored(entry.getKey(), entry.getValue()))
                .filter(visibility::permits)
                .filter(filter::matches)
                .toList();
    }

    /** What changed, in order, each record once. */
    List<RecordRef> changes() {
        Map<Integer, RecordRef> order = new TreeMap<>();
        rows.forEach((ref, row) -> order.put(row.changed, ref));
        deleted.forEach((ref, at) -> order.put(at, ref));
        return List.copyOf(order.values());
    }

    /** Earlier contents, newest first. */
    List<HinataRecord> revisions(RecordRef ref) {
        return rows.containsKey(ref) ? rows.get(ref).before : List.of();
    }

    Stream<RecordRef> refs() {
        return Stream.concat(rows.keySet().stream(), deleted.keySet().stream());
    }

    private StoredRecord stored(RecordRef ref, Row row) {
        return new StoredRecord(userId, ref.appId(), row.record, row.revisions(), 0, Records.START, row.enrichment);
    }

    private static final class Row {
        private final int made;
        private final List<HinataRecord> before = new ArrayList<>();
        private int changed;
        private HinataRecord record;
        private Enrichment enrichment;

        Row(int made, HinataRecord record) {
            this.made = made;
            this.changed = made;
            this.record = record;
        }

        void revise(int at, HinataRecord other) {
            before.add(0, record);
            record = other;
            changed = at;
            enrichment = null;
        }

        int revisions() {
            return before.size() + 1;
        }
    }

    private static final class Work {
        private final List<RecordRef> todo = new ArrayList<>();
        private int total;
    }
}
