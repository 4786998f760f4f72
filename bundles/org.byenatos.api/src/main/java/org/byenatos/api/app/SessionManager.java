package org.byenatos.api.app;

import java.util.Optional;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.osgi.annotation.versioning.ProviderType;

/** The sessions. They outlive a restart. Thread-safe; every change is durable when the call returns. */
@ProviderType
public interface SessionManager {

    /**
     * Opens a session.
     *
     * @throws PermissionDeniedException if the user has granted the app nothing (or does not exist)
     */
    NewSession open(String appId, SessionRequest request);

    /** The session with this identifier, unless it has ended. */
    Optional<Session> find(String sessionId);

    /**
     * Changes a session's context by a JSON merge patch (RFC 7396).
     *
     * @return the whole context after it
     * @throws NotFoundException if the session has ended
     * @throws InvalidInputException if the patch is no object, or the context would be larger than 64 KiB or deeper
     *     than 16 levels
     */
    Json updateContext(String sessionId, Json mergePatch);

    /** What the app of a session is doing now, in words: the texts of the session's context, "" if there are none. */
    String activity(String sessionId);

    /** Ends a session. Returns whether it was open. */
    boolean close(String sessionId);
}
