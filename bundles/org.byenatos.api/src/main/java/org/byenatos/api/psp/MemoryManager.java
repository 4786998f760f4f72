package org.byenatos.api.psp;

import java.util.List;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.search.SearchHit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The memory of the virtual core: learns statements about a person from records and hands out PSPs. Thread-safe.
 */
@ProviderType
public interface MemoryManager {

    /**
     * Learns from records of one user; the same records again change nothing. Records that say nothing about the person
     * are passed over, and so are restricted ones.
     *
     * @return how many components were added or changed
     */
    int learn(String userId, List<StoredRecord> records);

    /** Withdraws evidence; what rests on nothing else is forgotten. */
    void forget(String userId, List<RecordRef> refs);

    /**
     * A PSP.
     *
     * @param visibility what the app may see: a component is part of the PSP only if a record that it rests on is
     *     visible
     * @param hits what the question needs, best first, empty without a question
     * @param recent the newest records that the app may see, newest first
     */
    Psp psp(String userId, Visibility visibility, PspRequest request, List<SearchHit> hits, List<StoredRecord> recent);

    /**
     * A PSP that says only what is general: no name, place, date, number or wording of any record, and no identifiers of
     * records. Its components have no evidence. Parameters as for {@link #psp}.
     */
    Psp generalPsp(String userId, Visibility visibility, PspRequest request);

    /** PSP and knowledge within one budget; parameters as for {@link #psp}. */
    Enhancement enhance(String userId, Visibility visibility, EnhancementRequest request, List<SearchHit> hits);
}
