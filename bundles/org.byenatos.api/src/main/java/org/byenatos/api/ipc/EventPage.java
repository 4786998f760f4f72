package org.byenatos.api.ipc;

import java.util.List;

/**
 * Some events, in order.
 *
 * @param events the events; there may be none
 * @param position where to read on
 * @param gap whether events that might have been for the reader were lost before these
 * @param more whether there are more right now
 */
public record EventPage(List<Event> events, String position, boolean gap, boolean more) {

    public EventPage {
        events = List.copyOf(events);
    }
}
