package org.byenatos.applifecycle.ipc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.byenatos.api.common.Json;
import org.byenatos.api.event.CoreEvent;
import org.jspecify.annotations.Nullable;

/** What is kept of the core's own events. Stateless. */
final class CoreEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CoreEvents() {}

    static Entry entry(CoreEvent event) {
        ObjectNode payload = MAPPER.createObjectNode();
        if (event instanceof CoreEvent.HinataStored stored) {
            return entry(event, stored.appId(), payload.put("count", stored.count()), List.of());
        }
        if (event instanceof CoreEvent.HinataEnriched enriched) {
            return entry(event, null, payload.put("job_id", enriched.jobId()), enriched.records());
        }
        if (event instanceof CoreEvent.PspUpdated updated) {
            return entry(event, null, payload.put("changed", updated.changed()), List.of());
        }
        if (event instanceof CoreEvent.SessionClosed closed) {
            return entry(event, closed.appId(), payload.put("session_id", closed.sessionId()), List.of());
        }
        if (event instanceof CoreEvent.AppChanged changed) {
            return entry(event, changed.appId(), payload, List.of());
        }
        if (event instanceof CoreEvent.GrantChanged changed) {
            return entry(event, changed.appId(), payload, List.of());
        }
        if (event instanceof CoreEvent.ModelChanged changed) {
            return entry(event, null, payload.put("model", changed.model()), List.of());
        }
        if (event instanceof CoreEvent.UserErased erased) {
            return entry(event, null, payload.put("user_id", erased.erased()), List.of());
        }
        return entry(event, null, payload, List.of());
    }

    private static Entry entry(
            CoreEvent event, @Nullable String appId, ObjectNode payload, List<CoreEvent.Subject> records) {
        return new Entry(
                0, event.at(), event.name(), event.userId(), appId, null, new Json(payload.toString()), records);
    }
}
