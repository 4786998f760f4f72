package org.byenatos.api.search;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds records by their words, their context and, while an embedding model is loaded, their meaning. Derived from
 * {@code HinataStorage} and disposable: a search finds by words every change that was stored before it began, and by
 * meaning what {@link #takeUp} or the index itself in the background has taken up. Thread-safe.
 */
@ProviderType
public interface DataIndex {

    /** The best hits, best first, near-duplicates folded; empty if nothing fits. */
    List<SearchHit> search(SearchRequest request);

    /**
     * Takes up by meaning what a user stored up to a change. Returns when that is done, at once if no model is loaded, and
     * after two seconds if there is more to do: the rest follows in the background.
     *
     * @param seq position of the change, as {@code StoredRecord.seq}
     */
    void takeUp(String userId, long seq);

    /** Deletes what is derived from a user's records, in memory and on disk; it comes back if there are records still. */
    void forget(String userId);

    /** How many records of a user are in it, all that are stored now included. */
    long countRecords(String userId);
}
