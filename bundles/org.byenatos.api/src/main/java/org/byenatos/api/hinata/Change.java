package org.byenatos.api.hinata;

import org.jspecify.annotations.Nullable;

/**
 * One change of a user's records, in the order of {@link #seq}. Of several changes of one record only the last is
 * there.
 *
 * @param seq position in the order of all changes of the database
 * @param ref which record
 * @param record the record now, {@code null} if it was deleted
 */
public record Change(long seq, RecordRef ref, @Nullable StoredRecord record) {}
