package org.byenatos.api;

import java.io.IOException;
import java.io.InputStream;
import org.byenatos.api.job.Job;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.api.upkeep.Erasure;
import org.byenatos.api.upkeep.UpkeepTask;
import org.byenatos.api.upkeep.UserArchive;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Care of what is kept. Checked, audited and failing as {@link VirtualCore}. */
@ProviderType
public interface Upkeep {

    /** As {@link UserArchive#export}, for the owner or the user. */
    ArchivePage exportUser(Credential credential, String userId, @Nullable String cursor);

    /** As {@link UserArchive#receive}, for the owner or the user; the user must exist. */
    Job importUser(Credential credential, String userId, InputStream lines) throws IOException;

    /** Erases a user, for the owner or the user: all that is kept of them goes, and their key is destroyed. */
    Erasure eraseUser(Credential credential, String userId);

    /** Begins long work on all that is kept, for the owner. */
    Job begin(Credential credential, UpkeepTask task);
}
