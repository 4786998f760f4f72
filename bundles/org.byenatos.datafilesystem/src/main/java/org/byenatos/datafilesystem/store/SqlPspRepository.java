package org.byenatos.datafilesystem.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.PspChange;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspHistory;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.psp.PspVersion;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Session;
import org.jspecify.annotations.Nullable;

/** Components of PSPs and their history in the database, sealed under the user's key. */
final class SqlPspRepository implements PspRepository, PspHistory {

    private static final String LEARNED = "learned";
    private static final String ROLLBACK = "rollback";

    private final Database database;
    private final UserSpaces spaces;
    private final KeyVault vault;
    private final Codec codec;
    private final Clock clock;

    SqlPspRepository(Database database, UserSpaces spaces, KeyVault vault, Codec codec, Clock clock) {
        this.database = database;
        this.spaces = spaces;
        this.vault = vault;
        this.codec = codec;
        this.clock = clock;
    }

    @Override
    public List<PspComponent> components(String userId) {
        return database.read(session -> rows(session, userId).components());
    }

    @Override
    public void save(String userId, List<PspComponent> changed, List<String> deletedIds) {
        Map<String, Optional<PspComponent>> next = new LinkedHashMap<>();
        changed.forEach(component -> next.put(component.id(), Optional.of(component)));
        deletedIds.forEach(id -> next.put(id, Optional.empty()));
        long now = TimeKey.of(clock.instant());
        database.write(session -> new MemoryVersions(rows(session, userId), now).write(LEARNED, next));
    }

    @Override
    public Page<PspVersion> versions(String userId, PageRequest page) {
        long before = before(page.cursor());
        List<PspVersion> found =
                database.read(session -> rows(session, userId).versions(before, page.limit() + 1)).stream()
                        .map(one ->
                                new PspVersion(one.version(), TimeKey.read(one.madeAt()), one.cause(), one.changes()))
                        .toList();
        boolean more = found.size() > page.limit();
        List<PspVersion> shown = more ? found.subList(0, page.limit()) : found;
        return new Page<>(
                shown, more ? Long.toString(shown.get(shown.size() - 1).version()) : null);
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new InvalidInputException("/cursor", "is not a next_cursor of this list; begin without one");
        }
        return Long.parseLong(cursor);
    }

    @Override
    public Optional<PspComponent> component(String userId, String componentId) {
        return database.read(session -> rows(session, userId).component(componentId));
    }

    @Override
    public List<PspChange> changes(String userId, String componentId) {
        return database.read(session -> rows(session, userId).changesOf(componentId)).stream()
                .map(one -> new PspChange(one.version(), one.kind(), one.before()))
                .toList();
    }

    @Override
    public long rollback(String userId, long version) {
        Optional<UserSpace> space = spaces.find(userId);
        long now = TimeKey.of(clock.instant());
        return database.write(session -> {
            MemoryRows rows = rows(session, userId);
            if (!rows.hasVersion(version)) {
                throw new NotFoundException("There is no version " + version + " of this memory.");
            }
            Map<String, Optional<PspComponent>> then = new LinkedHashMap<>();
            for (MemoryRows.MemoryChange change : rows.changesAfter(version)) {
                then.put(change.id(), Optional.ofNullable(change.before()));
            }
            then.replaceAll((id, component) -> component.filter(one -> rests(session, space, one)));
            return new MemoryVersions(rows, now).write(ROLLBACK, then);
        });
    }

    /** Whether all that a component rests on is there still, and as open as it was. */
    private boolean rests(Session session, Optional<UserSpace> space, PspComponent component) {
        return space.isPresent()
                && component.evidence().stream().allMatch(evidence -> there(session, space.get(), evidence));
    }

    private boolean there(Session session, UserSpace space, Evidence evidence) {
        try {
            RecordRef ref = evidence.ref();
            Optional<StoredRecord> record = RecordReader.bare(session, space, codec)
                    .first(RecordSql.BY_REF, space.userNo(), space.hashes().id(ref.id()), ref.appId());
            return record.isPresent() && record.get().record().access() == evidence.access();
        } catch (SQLException e) {
            throw database.engine().explain(e);
        }
    }

    @Override
    public void forget(String userId, List<RecordRef> refs) {
        Set<RecordRef> gone = Set.copyOf(refs);
        database.write(session -> {
            MemoryRows rows = rows(session, userId);
            List<MemoryRows.MemoryChange> going = new ArrayList<>();
            for (MemoryRows.MemoryChange change : rows.changes()) {
                PspComponent before = change.before();
                if (before != null && before.evidence().stream().anyMatch(one -> gone.contains(one.ref()))) {
                    going.add(change);
                }
            }
            for (MemoryRows.MemoryChange change : going) {
                rows.deleteChange(change);
            }
            return going.size();
        });
    }

    private MemoryRows rows(Session session, String userId) {
        return new MemoryRows(session, userId, vault, codec);
    }
}
