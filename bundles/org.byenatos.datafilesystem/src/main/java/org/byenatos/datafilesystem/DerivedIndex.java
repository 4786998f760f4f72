package org.byenatos.datafilesystem;

import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.search.DataIndex;
import org.byenatos.datafilesystem.upkeep.Derived;

/** The search index, seen from the storage that it is derived from. */
final class DerivedIndex implements Derived {

    private static final int TRIES = 3;

    private final ServiceSlot<DataIndex> index;
    private final HinataStorage storage;

    DerivedIndex(ServiceSlot<DataIndex> index, HinataStorage storage) {
        this.index = index;
        this.storage = storage;
    }

    /** Looks again where something was stored meanwhile. */
    @Override
    public boolean fits(String userId) {
        boolean still = false;
        boolean same = false;
        for (int i = 0; i < TRIES && !still; i++) {
            long seq = storage.lastSeq(userId);
            long records = storage.count(userId);
            same = index.call(present -> present.count(userId)) == records;
            still = same || seq == storage.lastSeq(userId);
        }
        return same || !still;
    }

    @Override
    public void rebuild(String userId) {
        index.run(present -> present.forget(userId));
    }
}
