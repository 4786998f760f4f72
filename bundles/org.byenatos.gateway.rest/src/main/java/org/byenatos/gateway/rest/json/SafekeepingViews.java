package org.byenatos.gateway.rest.json;

import java.util.List;
import java.util.Locale;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.api.security.AuditReport;
import org.byenatos.api.security.KeyState;
import org.jspecify.annotations.Nullable;

/** The shapes of answers about keys and the audit log. */
public final class SafekeepingViews {

    private static final String APP = "app:";

    private SafekeepingViews() {}

    /** How the keys stand. */
    public record KeysView(String source, int generation, int userKeys, String changedAt) {

        public static KeysView of(KeyState state) {
            return new KeysView(
                    state.source().name().toLowerCase(Locale.ROOT),
                    state.generation(),
                    state.userKeys(),
                    state.changedAt().toString());
        }
    }

    /** A user's keys. */
    public record UserKeyView(String userId, int keys) {}

    /** A line of the audit log. */
    public record LineView(
            long sequence,
            String at,
            String actor,
            @Nullable String appId,
            @Nullable String userId,
            String action,
            @Nullable String scope,
            int count,
            String outcome) {

        public static LineView of(AuditRecord record) {
            AuditEntry entry = record.entry();
            String actor = entry.actor();
            return new LineView(
                    record.sequence(),
                    entry.at().toString(),
                    actor,
                    actor.startsWith(APP) ? actor.substring(APP.length()) : null,
                    entry.userId(),
                    entry.action(),
                    entry.scope(),
                    entry.count(),
                    entry.outcome());
        }
    }

    /** What an examination of the audit log found. */
    public record ReportView(boolean intact, long lines, long removed, List<String> findings) {

        public static ReportView of(AuditReport report) {
            return new ReportView(report.intact(), report.lines(), report.removed(), report.findings());
        }
    }
}
