package org.byenatos.api;

import java.util.List;
import java.util.function.UnaryOperator;
import org.byenatos.api.app.Session;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.api.ipc.EventPage;
import org.byenatos.api.ipc.EventQuery;
import org.byenatos.api.ipc.NewMessage;
import org.byenatos.api.job.Job;
import org.byenatos.api.psp.Enhancement;
import org.byenatos.api.psp.EnhancementRequest;
import org.byenatos.api.psp.PspComponentStory;
import org.byenatos.api.psp.PspHistory;
import org.byenatos.api.psp.PspVersion;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a session, or the person with their own token, does with personal data beside the ten calls. Checked, audited
 * and failing as {@link VirtualCore}.
 */
@ProviderType
public interface PersonalData {

    /** PSP and knowledge within one budget: scopes {@code psp:read} and {@code hinata:read} or {@code hinata:read:own}. */
    Enhancement enhancement(Credential credential, EnhancementRequest request);

    /**
     * A record with its enrichment.
     *
     * @param appId which app's, {@code null} for the caller's own before any other's
     */
    StoredRecord record(Credential credential, String id, @Nullable String appId);

    /** Records by filter, newest first. */
    Page<StoredRecord> records(Credential credential, RecordFilter filter, PageRequest page);

    /** Earlier contents of a record, newest first. */
    List<StoredRecord> revisions(Credential credential, String id, @Nullable String appId);

    /** Deletes a record of the calling app, or of any app for the person: scope {@code hinata:write}. */
    void deleteRecord(Credential credential, String id, @Nullable String appId);

    /**
     * Changes a record of the calling app, or of any app for the person: a new revision, scope {@code hinata:write}.
     *
     * @param change gives the content that follows the present one
     */
    SubmitReceipt changeRecord(
            Credential credential, String id, @Nullable String appId, UnaryOperator<HinataRecord> change);

    /** Deletes a record as {@link #deleteRecord} does, but so that it can come back. */
    void binRecord(Credential credential, String id, @Nullable String appId);

    /** Takes a record of the calling app, or of any app for the person, out of the bin: scope {@code hinata:write}. */
    void restoreRecord(Credential credential, String id, @Nullable String appId);

    /** The records in the bin, those that were written last first. */
    Page<StoredRecord> binnedRecords(Credential credential, PageRequest page);

    /** As {@link PspHistory#versions}, for the person or with scope {@code memory:read}. */
    Page<PspVersion> pspVersions(Credential credential, PageRequest page);

    /** As {@link PspHistory#rollback}, for the person or with scope {@code memory:write}. */
    long rollbackPsp(Credential credential, long version);

    /**
     * A component, for the person or with scope {@code memory:read} if all that it rests on may be seen: as it is now, and
     * for the person what became of it, newest first.
     */
    PspComponentStory pspComponent(Credential credential, String componentId);

    /** A job of the calling app and user. */
    Job job(Credential credential, String jobId);

    /** The session, for itself, its app or the owner. */
    Session session(Credential credential, String sessionId);

    /** Ends a session, for itself, its app or the owner. */
    void closeSession(Credential credential, String sessionId);

    /** Sends a message to the apps that read events of the session's user: {@code messages:write}. Returns its identifier. */
    String sendMessage(Credential credential, NewMessage message);

    /**
     * Begins to read events: a session with {@code events:read}, an app with its key for all users who grant it that, or a
     * person on their own. To be carried on by {@link #moreEvents}.
     */
    EventPage openEvents(Credential credential, EventQuery query);

    /** Reads on; takes nothing off the app's share, and is refused as soon as the caller may not read any more. */
    EventPage moreEvents(Credential credential, EventQuery query);
}
