package org.byenatos.gateway.rest.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.byenatos.api.ipc.Event;
import org.byenatos.gateway.rest.json.EventView;
import org.byenatos.gateway.rest.json.Mappers;
import org.jspecify.annotations.Nullable;

/** The form of Server-Sent Events. Stateless. */
final class SseText {

    private SseText() {}

    /** What a stream begins with: when to come back if it ends, and where it stands. */
    static byte[] opening(String position) {
        return bytes(": Byenatos events\nretry: 1000\nid: " + position + "\n\n");
    }

    /** What shows that the stream is alive and where it stands. */
    static byte[] heartbeat(String position) {
        return bytes(":\nid: " + position + "\n\n");
    }

    static byte[] event(Event event) {
        return bytes(
                "id: " + event.id() + "\nevent: " + event.topic() + "\ndata: " + json(EventView.of(event)) + "\n\n");
    }

    /** Says that events were lost before the next one. */
    static byte[] gap() {
        return bytes("event: gap\ndata: "
                + json(Map.of("detail", "Events were lost here; read what they were about anew.")) + "\n\n");
    }

    /** Says why the stream ends. */
    static byte[] end(@Nullable Object problem) {
        return bytes("event: end\ndata: " + json(problem) + "\n\n");
    }

    private static String json(@Nullable Object value) {
        try {
            return Mappers.JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A value of ours is no JSON.", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
