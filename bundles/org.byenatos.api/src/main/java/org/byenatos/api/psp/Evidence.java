package org.byenatos.api.psp;

import java.time.Instant;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;

/**
 * A record that a component rests on.
 *
 * @param ref which record
 * @param access its access level when it was read
 * @param at when what it says happened
 */
public record Evidence(RecordRef ref, Access access, Instant at) {}
