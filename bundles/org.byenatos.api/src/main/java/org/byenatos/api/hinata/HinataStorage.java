package org.byenatos.api.hinata;

import java.util.List;
import java.util.Optional;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The disk of the virtual core: every record for ever, encrypted, with its revisions. What a call has returned from is
 * durable. Thread-safe. All methods throw {@link StorageException} when the disk fails.
 */
@ProviderType
public interface HinataStorage {

    /**
     * Stores a batch, all or nothing, and with it the job that will enrich what is new. Of several records with one id
     * in a batch the last counts. An id that is there with the same content is left as it is; with other content it
     * gets a new revision.
     *
     * @param records checked by {@link RecordRules}
     * @param jobId identifier of the enrichment job; it is stored with as many records to do as are new or revised, and
     *     is done at once if there are none
     */
    SubmitOutcome submit(String userId, String appId, List<HinataRecord> records, String jobId);

    /** The record, if it is there and may be seen. */
    Optional<StoredRecord> find(String userId, RecordRef ref, Visibility visibility);

    /** All records with this id that may be seen, one per app at most, the asking app's own first. */
    List<StoredRecord> find(String userId, String id, Visibility visibility);

    /** The records among these that are there and may be seen, in the order asked for, without their enrichments. */
    List<StoredRecord> findAll(String userId, List<RecordRef> refs, Visibility visibility);

    /**
     * Records by filter, newest first by {@code timestamp}; the cursor stays valid under concurrent changes: a record
     * that is there throughout is seen exactly once.
     *
     * @throws InvalidInputException if the cursor is not one of ours
     */
    Page<StoredRecord> list(String userId, Visibility visibility, RecordFilter filter, PageRequest page);

    /**
     * Earlier contents of an app's record that may be seen, newest first, without the present one; none if the present one
     * may not be seen.
     */
    List<StoredRecord> revisions(String userId, RecordRef ref, Visibility visibility);

    /** Deletes an app's record with its revisions. Returns whether it was there. */
    boolean delete(String userId, RecordRef ref);

    /**
     * Deletes records of an app with their revisions, at most {@code limit} at a time.
     *
     * @return which; empty when there are none left
     */
    List<RecordRef> deleteAll(String userId, String appId, int limit);

    /** The user's changes after a position, in order, at most {@code limit}; records are without their enrichments. */
    List<Change> changesAfter(String userId, long seq, int limit);

    /** The position of the user's last change, 0 if there is none. */
    long lastSeq(String userId);

    /** How many records a user has. */
    long count(String userId);

    /**
     * The next records that an enrichment job has to do, in order, at most {@code limit} and fewer where they are large; empty
     * when it has none.
     *
     * @param after only records stored after this position, as {@code StoredRecord.seq}; 0 for all
     */
    List<StoredRecord> pending(String jobId, long after, int limit);

    /** Stores enrichments and counts them as done in their job, all or nothing. */
    void enrich(String jobId, String userId, List<RecordEnrichment> enrichments);
}
