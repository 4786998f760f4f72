package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;

/** Records in the database, found by keyed hashes, their contents sealed under the user's key. */
final class SqlHinataStorage implements HinataStorage {
    private final Database database;
    private final UserSpaces spaces;
    private final UserTotals totals;
    private final EnrichmentJobs jobs;
    private final Codec codec;
    private final Clock clock;

    SqlHinataStorage(Database database, UserSpaces spaces, UserTotals totals, Codec codec, Clock clock) {
        this.database = database;
        this.spaces = spaces;
        this.totals = totals;
        this.jobs = new EnrichmentJobs(database, spaces, codec, clock);
        this.codec = codec;
        this.clock = clock;
    }

    @Override
    public SubmitOutcome submit(String userId, String appId, List<HinataRecord> records, String jobId) {
        UserSpace space = spaces.findOrMake(userId);
        List<IncomingRecord> incoming = new IncomingRecords(appId, space.hashes(), codec).of(lastOfEachId(records));
        long now = TimeKey.of(clock.instant());
        Submitted submitted = database.write(
                session -> new RecordWriter(session, space, codec, appId, now).write(incoming, jobId),
                done -> totals.committed(userId, done.totals()));
        return submitted.outcome();
    }

    private static Collection<HinataRecord> lastOfEachId(List<HinataRecord> records) {
        Map<String, HinataRecord> last = new LinkedHashMap<>();
        for (HinataRecord record : records) {
            last.remove(record.id());
            last.put(record.id(), record);
        }
        return last.values();
    }

    @Override
    public Optional<StoredRecord> find(String userId, RecordRef ref, Visibility visibility) {
        return reading(userId, (session, space) -> byRef(reader(session, space), space, ref))
                .flatMap(found -> found)
                .filter(visibility::permits);
    }

    @Override
    public List<StoredRecord> find(String userId, String id, Visibility visibility) {
        return reading(userId, (session, space) -> reader(session, space)
                        .all(RecordSql.BY_ID, space.userNo(), space.hashes().id(id)))
                .orElse(List.of())
                .stream()
                .filter(visibility::permits)
                .sorted(Comparator.comparing(record -> !record.appId().equals(visibility.appId())))
                .toList();
    }

    @Override
    public List<StoredRecord> findAll(String userId, List<RecordRef> refs, Visibility visibility) {
        return reading(userId, (session, space) -> {
                    RecordReader reader = RecordReader.bare(session, space, codec);
                    List<StoredRecord> found = new ArrayList<>();
                    for (RecordRef ref : refs) {
                        byRef(reader, space, ref).filter(visibility::permits).ifPresent(found::add);
                    }
                    return found;
                })
                .orElse(List.of());
    }

    private static Optional<StoredRecord> byRef(RecordReader reader, UserSpace space, RecordRef ref)
            throws SQLException {
        return reader.first(RecordSql.BY_REF, space.userNo(), space.hashes().id(ref.id()), ref.appId());
    }

    @Override
    public Page<StoredRecord> list(String userId, Visibility visibility, RecordFilter filter, PageRequest page) {
        return reading(userId, (session, space) -> {
                    ListQuery query = new ListQuery(space, visibility, filter, database.engine());
                    return new RecordList(session, reader(session, space), query, visibility, filter)
                            .page(space.hashes(), page);
                })
                .orElseGet(() -> nothing(page));
    }

    private static Page<StoredRecord> nothing(PageRequest page) {
        if (page.cursor() != null) {
            throw Position.invalid();
        }
        return new Page<>(List.of(), null);
    }

    @Override
    public List<StoredRecord> revisions(String userId, RecordRef ref, Visibility visibility) {
        return reading(userId, (session, space) -> {
                    RecordReader reader = reader(session, space);
                    byte[] id = space.hashes().id(ref.id());
                    boolean present = reader.first(RecordSql.BY_REF, space.userNo(), id, ref.appId())
                            .filter(visibility::permits)
                            .isPresent();
                    return present
                            ? reader.all(RecordSql.REVISIONS, space.userNo(), id, ref.appId())
                            : List.<StoredRecord>of();
                })
                .orElse(List.of())
                .stream()
                .filter(visibility::permits)
                .toList();
    }

    @Override
    public boolean delete(String userId, RecordRef ref) {
        Optional<UserSpace> space = spaces.find(userId);
        long now = TimeKey.of(clock.instant());
        return space.isPresent()
                && database.write(
                                session -> RecordDeletion.run(session, space.get(), ref, now),
                                left -> left.ifPresent(counted -> totals.committed(userId, counted)))
                        .isPresent();
    }

    @Override
    public List<RecordRef> deleteAll(String userId, String appId, int limit) {
        RecordFilter ofApp = new RecordFilter(null, null, null, null, appId, null, null, null);
        List<RecordRef> refs = list(userId, Visibility.EVERYTHING, ofApp, new PageRequest(limit, null)).items().stream()
                .map(StoredRecord::ref)
                .toList();
        Optional<UserSpace> space = spaces.find(userId);
        if (refs.isEmpty() || space.isEmpty()) {
            return List.of();
        }
        long now = TimeKey.of(clock.instant());
        database.write(
                session -> deleteAll(session, space.get(), refs, now),
                left -> left.ifPresent(counted -> totals.committed(userId, counted)));
        return refs;
    }

    private static Optional<Totals> deleteAll(Session session, UserSpace space, List<RecordRef> refs, long now)
            throws SQLException {
        Optional<Totals> left = Optional.empty();
        for (RecordRef ref : refs) {
            left = RecordDeletion.run(session, space, ref, now).or(noChange(left));
        }
        return left;
    }

    private static Supplier<Optional<Totals>> noChange(Optional<Totals> present) {
        return () -> present;
    }

    @Override
    public List<Change> changesAfter(String userId, long seq, int limit) {
        long last = lastSeq(userId);
        if (seq >= last) {
            return List.of();
        }
        return reading(userId, (session, space) -> new ChangeLog(
                                session, RecordReader.bare(session, space, codec), space)
                        .between(seq, last, limit))
                .orElse(List.of());
    }

    @Override
    public long lastSeq(String userId) {
        return totals.of(userId).lastSeq();
    }

    @Override
    public long count(String userId) {
        return totals.of(userId).records();
    }

    @Override
    public List<StoredRecord> pending(String jobId, long after, int limit) {
        return jobs.pending(jobId, after, limit);
    }

    @Override
    public void enrich(String jobId, String userId, List<RecordEnrichment> enrichments) {
        jobs.enrich(jobId, userId, enrichments);
    }

    private RecordReader reader(Session session, UserSpace space) {
        return new RecordReader(session, space, codec);
    }

    /** Reads what is a user's; empty for a user who never had a record. */
    private <R> Optional<R> reading(String userId, Reading<R> reading) {
        Optional<UserSpace> space = spaces.find(userId);
        return space.isEmpty()
                ? Optional.empty()
                : Optional.of(database.read(session -> reading.run(session, space.get())));
    }

    private interface Reading<R> {
        R run(Session session, UserSpace space) throws SQLException;
    }
}
