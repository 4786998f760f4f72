package org.byenatos.api.ipc;

import java.time.Instant;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader is told: a message of an app, or what happened in the core.
 *
 * @param id its position among all events; a later event has a greater one
 * @param at when
 * @param topic what it is
 * @param userId whom it concerns, {@code null} if nobody in particular
 * @param appId which app sent or caused it, {@code null} if none did
 * @param toApp to which app alone, {@code null} for all
 * @param payload what there is to say
 */
public record Event(
        String id,
        Instant at,
        String topic,
        @Nullable String userId,
        @Nullable String appId,
        @Nullable String toApp,
        Json payload) {

    /** The payload stays out of logs. */
    @Override
    public String toString() {
        return "Event[" + id + " " + topic + "]";
    }
}
