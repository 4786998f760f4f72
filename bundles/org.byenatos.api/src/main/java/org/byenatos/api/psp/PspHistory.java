package org.byenatos.api.psp;

import java.util.List;
import java.util.Optional;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.RecordRef;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How users' PSPs came to be what they are. Each {@link PspRepository#save} that changes a component with a subject is a
 * version; of the tags of the moment, which have none, there is no history. The last thousand versions are kept.
 * Thread-safe.
 */
@ProviderType
public interface PspHistory {

    /** The versions of a user's PSP, newest first. */
    Page<PspVersion> versions(String userId, PageRequest page);

    /** A component as it is now. */
    Optional<PspComponent> component(String userId, String componentId);

    /** What became of a component, newest first. */
    List<PspChange> changes(String userId, String componentId);

    /**
     * Makes the components be what they were after a version, as a new version. What rests on a record that is not there
     * any more, or whose access level is another now, does not come back.
     *
     * @return the new version; the last one if nothing had to change
     * @throws NotFoundException if there is no such version
     */
    long rollback(String userId, long version);

    /** Forgets what components that rest on these records were: a deleted record leaves no words in a history. */
    void forget(String userId, List<RecordRef> refs);
}
