package org.byenatos.personalizationmemory.learning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.statement.StatementFinder;

/** Turns records into components, and takes them back. Thread-safe; one change of a user at a time. */
public final class Learner {

    private static final int LOCKS = 64;

    private final UserProfiles profiles;
    private final StatementFinder finder;
    private final Clock clock;
    private final Object[] locks = new Object[LOCKS];

    /**
     * @param profiles what is known
     * @param finder what finds statements
     * @param clock what time it is
     */
    public Learner(UserProfiles profiles, StatementFinder finder, Clock clock) {
        this.profiles = profiles;
        this.finder = finder;
        this.clock = clock;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * Makes the components of these records be what the records say now. Returns how many were added, changed or taken
     * back.
     */
    public int learn(String userId, List<StoredRecord> records) {
        Map<RecordRef, StoredRecord> last = new LinkedHashMap<>();
        records.forEach(record -> last.put(record.ref(), record));
        List<PspComponent> said = new ArrayList<>();
        last.values().forEach(record -> said.addAll(statements(userId, record)));
        boolean silent = said.isEmpty()
                && last.values().stream()
                        .allMatch(stored ->
                                stored.revision() == 1 && stored.record().tag().isEmpty());
        return silent ? 0 : revise(userId, last.keySet(), last.values(), said);
    }

    /** Takes back what rests on these records, and drops what is held in memory of the user. */
    public void forget(String userId, List<RecordRef> refs) {
        profiles.drop(userId);
        if (!refs.isEmpty()) {
            revise(userId, Set.copyOf(refs), List.of(), List.of());
        }
    }

    private List<PspComponent> statements(String userId, StoredRecord stored) {
        return stored.record().access() == Access.RESTRICTED
                ? List.of()
                : ComponentMaker.of(stored, finder.find(stored.record(), userId));
    }

    private int revise(
            String userId, Set<RecordRef> refs, Collection<StoredRecord> records, Collection<PspComponent> said) {
        synchronized (locks[Math.floorMod(userId.hashCode(), LOCKS)]) {
            UserProfile.Revision revision =
                    profiles.toChange(userId).revise(new UserProfile.Lesson(refs, records, said, clock.instant()));
            if (revision.size() > 0) {
                profiles.write(userId, revision);
            }
            return revision.size();
        }
    }
}
