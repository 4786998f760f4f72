package org.byenatos.gateway.rest.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.byenatos.api.ipc.Event;
import org.jspecify.annotations.Nullable;

/** An event as it is told. */
public record EventView(
        String id,
        String topic,
        String at,
        @Nullable String userId,
        @Nullable String appId,
        @Nullable String toApp,
        @JsonRawValue String payload) {

    public static EventView of(Event event) {
        return new EventView(
                event.id(),
                event.topic(),
                event.at().toString(),
                event.userId(),
                event.appId(),
                event.toApp(),
                event.payload().text());
    }
}
