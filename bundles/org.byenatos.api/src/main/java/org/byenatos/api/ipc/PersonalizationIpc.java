package org.byenatos.api.ipc;

import org.byenatos.api.app.Caller;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.event.CoreEvent;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells apps what other apps say and what happens in the core. Events are kept for a while, sealed under their user's
 * key; whoever reads on from a position gets each at least once, over restarts too, or is told that some were lost.
 * Thread-safe.
 */
@ProviderType
public interface PersonalizationIpc {

    /**
     * Sends a message to the apps that read events of a user. It is durable when the call returns.
     *
     * @return the event's identifier
     * @throws InvalidInputException if topic or payload break the rules of {@link NewMessage}
     * @throws NotFoundException if the app that it is for may not read events of this user
     */
    String send(String userId, String fromApp, NewMessage message);

    /** Takes in what happened in the core; it is told, and durable, some milliseconds later. */
    void tell(CoreEvent event);

    /** Forgets all events of a user, those that wait to be written too. */
    void forget(String userId);

    /** Says that something that happened could not be told. */
    void missed();

    /**
     * The next events that the caller may know of: a person those of their own, the owner also those of nobody in
     * particular; an app those of users who grant it {@code events:read}, as far as they are for it, about it, or about
     * records that it may read.
     */
    EventPage read(Caller caller, EventQuery query);
}
