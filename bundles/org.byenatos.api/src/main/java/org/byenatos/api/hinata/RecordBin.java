package org.byenatos.api.hinata;

import java.util.Optional;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where records go that were deleted so that they can come back. Nothing else sees them: no list, search or PSP. A record
 * of the same name that is submitted meanwhile takes up their history. Thread-safe. All methods throw
 * {@link StorageException} when the disk fails.
 */
@ProviderType
public interface RecordBin {

    /** Puts a record into the bin with its revisions. Returns whether it was there. */
    boolean put(String userId, RecordRef ref);

    /** Takes a record out of the bin, to be as it was. Empty if it is not in it. */
    Optional<StoredRecord> restore(String userId, RecordRef ref, String jobId);

    /** The records in the bin that may be seen, those that were written last first. */
    Page<StoredRecord> list(String userId, Visibility visibility, PageRequest page);

    /** Deletes a record in the bin for good. Returns whether it was there. */
    boolean delete(String userId, RecordRef ref);
}
