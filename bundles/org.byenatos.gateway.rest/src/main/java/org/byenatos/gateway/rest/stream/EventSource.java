package org.byenatos.gateway.rest.stream;

import org.byenatos.api.ipc.EventPage;
import org.byenatos.api.ipc.EventQuery;

/** Where a stream's events come from. */
@FunctionalInterface
interface EventSource {

    /** The next ones; fails as soon as the caller may not read any more. */
    EventPage more(EventQuery query);
}
