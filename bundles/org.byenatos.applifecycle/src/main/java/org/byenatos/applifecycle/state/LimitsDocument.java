package org.byenatos.applifecycle.state;

import java.util.Locale;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.app.AppLimits;

/** The form of an app's limits. */
final class LimitsDocument {

    private LimitsDocument() {}

    static Document of(AppLimits limits) {
        return Document.empty()
                .put("requests_per_minute", limits.requestsPerMinute())
                .put("session_requests_per_minute", limits.sessionRequestsPerMinute())
                .put("concurrent_requests", limits.concurrentRequests())
                .put("records_per_day", limits.recordsPerDay())
                .put("bytes_per_day", limits.bytesPerDay())
                .put("priority", limits.priority().name().toLowerCase(Locale.ROOT));
    }

    static AppLimits read(Document document) {
        return new AppLimits(
                document.integer("requests_per_minute"),
                document.integer("session_requests_per_minute"),
                document.integer("concurrent_requests"),
                document.longInteger("records_per_day"),
                document.longInteger("bytes_per_day"),
                Priority.valueOf(document.text("priority").toUpperCase(Locale.ROOT)));
    }
}
