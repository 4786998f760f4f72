package org.byenatos.personalizationmemory.learning;

import java.util.ArrayList;
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
    private final Object[] locks = new Object[LOCKS];

    /**
     * @param profiles what is known
     * @param finder what finds statements
     */
    public Learner(UserProfiles profiles, StatementFinder finder) {
        this.profiles = profiles;
        this.finder = finder;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /** Makes the components of these records be what the records say now. Returns how many were added, changed or
     * taken back. */
    public int learn(String userId, List<StoredRecord> records) {
        Map<RecordRef, List<PspComponent>> said = new LinkedHashMap<>();
        records.forEach(record -> said.put(record.ref(), statements(userId, record)));
        boolean silent = said.values().stream().allMatch(List::isEmpty);
        if (silent && records.stream().allMatch(record -> record.revision() == 1)) {
            return 0;
        }
        List<PspComponent> all = new ArrayList<>();
        said.values().forEach(all::addAll);
        return revise(userId, said.keySet(), all);
    }

    /** Takes back what rests on these records. */
    public void forget(String userId, List<RecordRef> refs) {
        profiles.drop(userId);
        if (!refs.isEmpty()) {
            revise(userId, Set.copyOf(refs), List.of());
        }
    }

    private List<PspComponent> statements(String userId, StoredRecord stored) {
        return stored.record().access() == Access.RESTRICTED
                ? List.of()
                : ComponentMaker.of(stored, finder.find(stored.record(), userId));
    }

    private int revise(String userId, Set<RecordRef> refs, List<PspComponent> said) {
        synchronized (locks[Math.floorMod(userId.hashCode(), LOCKS)]) {
            UserProfile.Revision revision = profiles.toChange(userId).revise(refs, said);
            if (revision.size() > 0) {
                profiles.write(userId, revision);
            }
            return revision.size();
        }
    }
}
