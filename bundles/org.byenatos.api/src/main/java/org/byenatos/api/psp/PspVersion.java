package org.byenatos.api.psp;

import java.time.Instant;

/**
 * A version of a whole PSP: what it was after a change.
 *
 * @param version its number, one more for each change
 * @param at when
 * @param cause what made it: {@code learned} or {@code rollback}
 * @param changes how many components differ from the version before
 */
public record PspVersion(long version, Instant at, String cause, int changes) {}
