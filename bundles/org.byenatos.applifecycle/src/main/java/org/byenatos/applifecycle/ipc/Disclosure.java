package org.byenatos.applifecycle.ipc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.byenatos.api.app.Scope;
import org.byenatos.api.common.Json;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.ipc.Event;
import org.jspecify.annotations.Nullable;

/** What of an event a reader may know. Stateless. */
final class Disclosure {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Disclosure() {}

    /** The event as a reader may know it, if they may at all. */
    static Optional<Event> of(Entry entry, Reader reader) {
        String appId = reader.appId();
        if (appId == null || entry.topic().equals(EventLog.GAP)) {
            return Optional.of(event(entry, entry.records()));
        }
        Set<Scope> scopes = reader.scopes().getOrDefault(entry.space(), Set.of());
        if (!entry.records().isEmpty()) {
            Visibility visibility = visibility(appId, scopes);
            List<CoreEvent.Subject> seen = entry.records().stream()
                    .filter(subject -> visibility.permits(subject.ref().appId(), subject.access()))
                    .toList();
            return seen.isEmpty() ? Optional.empty() : Optional.of(event(entry, seen));
        }
        return permitted(entry, appId, scopes) ? Optional.of(event(entry, List.of())) : Optional.empty();
    }

    private static boolean permitted(Entry entry, String appId, Set<Scope> scopes) {
        if (!Topics.core(entry.topic())) {
            return entry.toApp() == null || entry.toApp().equals(appId);
        }
        if (entry.topic().startsWith("psp.")) {
            return scopes.contains(Scope.PSP_READ)
                    || scopes.contains(Scope.PSP_BASIC)
                    || scopes.contains(Scope.MEMORY_READ);
        }
        return Objects.equals(entry.appId(), appId);
    }

    private static Visibility visibility(@Nullable String appId, Set<Scope> scopes) {
        boolean all = scopes.contains(Scope.HINATA_READ);
        return new Visibility(
                appId,
                all || scopes.contains(Scope.HINATA_READ_OWN),
                all,
                scopes.contains(Scope.HINATA_READ_RESTRICTED));
    }

    private static Event event(Entry entry, List<CoreEvent.Subject> records) {
        return new Event(
                Long.toString(entry.seq()),
                entry.at(),
                entry.topic(),
                entry.userId(),
                entry.appId(),
                entry.toApp(),
                records.isEmpty() ? entry.payload() : payload(entry.payload(), records));
    }

    private static Json payload(Json beside, List<CoreEvent.Subject> records) {
        ObjectNode node = MAPPER.createObjectNode();
        var list = node.putArray("records");
        records.forEach(subject -> list.addObject()
                .put("app_id", subject.ref().appId())
                .put("id", subject.ref().id()));
        String text = node.toString();
        // Both are objects: the members of one follow those of the other.
        String first = beside.text().strip();
        return first.equals("{}")
                ? new Json(text)
                : new Json(first.substring(0, first.length() - 1) + "," + text.substring(1));
    }
}
