package org.byenatos.api.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. It never holds contents.
 *
 * @param at when
 * @param actor who: {@code owner}, {@code user:ID}, {@code app:ID}, {@code anonymous}
 * @param userId whose data, {@code null} if nobody's
 * @param action which call, by its name in the design ({@code hinata_data_submit}, …)
 * @param scope which scope allowed it, {@code null} if none was needed or it was refused
 * @param count how many records, components or items
 * @param outcome {@code ok}, or the kind of refusal
 */
public record AuditEntry(
        Instant at,
        String actor,
        @Nullable String userId,
        String action,
        @Nullable String scope,
        int count,
        String outcome) {}
