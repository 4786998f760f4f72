package org.byenatos.api.hinata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted; {@code null} members do not restrict.
 *
 * @param source equal to the record's source
 * @param tag among the record's tags
 * @param thread equal to {@link HinataRecord#threadOrDefault}
 * @param author equal to the record's author
 * @param appId submitted by this app
 * @param access of this access level
 * @param since happened then or later
 * @param until happened before then
 */
public record RecordFilter(
        @Nullable String source,
        @Nullable String tag,
        @Nullable String thread,
        @Nullable String author,
        @Nullable String appId,
        @Nullable Access access,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** Restricts nothing. */
    public static final RecordFilter NONE = new RecordFilter(null, null, null, null, null, null, null, null);

    /** Whether a record is wanted. */
    public boolean matches(StoredRecord stored) {
        HinataRecord record = stored.record();
        return equalOrOpen(source, record.source())
                && (tag == null || record.tag().contains(tag))
                && equalOrOpen(thread, record.threadOrDefault())
                && (author == null || author.equals(record.author()))
                && equalOrOpen(appId, stored.appId())
                && (access == null || access == record.access())
                && (since == null || !record.timestamp().isBefore(since))
                && (until == null || record.timestamp().isBefore(until));
    }

    private static boolean equalOrOpen(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
