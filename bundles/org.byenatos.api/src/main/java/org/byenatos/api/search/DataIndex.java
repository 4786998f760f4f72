package org.byenatos.api.search;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds records by their words and context. Derived from {@code HinataStorage} and disposable: it catches up with every
 * change that was stored before a search begins. Thread-safe.
 */
@ProviderType
public interface DataIndex {

    /** The best hits, best first, near-duplicates folded; empty if nothing fits. */
    List<SearchHit> search(SearchRequest request);

    /** Deletes what is derived from a user's records, in memory and on disk; it comes back if there are records still. */
    void forget(String userId);

    /** How many records of a user are in it, all that are stored now included. */
    long count(String userId);
}
