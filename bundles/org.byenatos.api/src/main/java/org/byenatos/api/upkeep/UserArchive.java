package org.byenatos.api.upkeep;

import java.io.IOException;
import java.io.InputStream;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.job.Job;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** All that is kept of one user, as a whole. Thread-safe. All methods throw {@link StorageException} when the disk fails. */
@ProviderType
public interface UserArchive {

    /**
     * The next part of all that is kept of a user, tokens excepted. What changes while somebody reads on may be in it as
     * it was or as it is; what stays is in it.
     *
     * @param cursor of the part before, {@code null} for the first
     */
    ArchivePage export(String userId, @Nullable String cursor);

    /**
     * Takes in what an export gave, sealed, and makes the job that stores it; see {@link DataUpkeep#step}. What is there
     * already stays, so that the same again changes nothing.
     *
     * @param lines JSON Lines, read to the end
     * @throws IOException if they cannot be read to the end; nothing is kept then
     */
    Job receive(String userId, InputStream lines) throws IOException;

    /**
     * Destroys a user's key and deletes all that is kept of them. Begun, it is brought to its end even by the next start.
     * From then on nothing can be stored for this user until {@link #admit}.
     */
    Erasure erase(String userId);

    /** Lets things be stored for a user again who was erased. */
    void admit(String userId);
}
