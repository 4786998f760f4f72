package org.byenatos.datafilesystem.store;

import java.time.Instant;
import org.byenatos.api.common.Json;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.psp.PspComponent;
import org.jspecify.annotations.Nullable;

/**
 * A line of an archive. Which members it has, its type says:
 *
 * <ul>
 *   <li>{@code header}: {@code version}, {@code userId}, {@code at}
 *   <li>{@code record}, one for each revision, the first first: {@code appId}, {@code revision}, {@code at},
 *       {@code record}, {@code enrichment}
 *   <li>{@code binned}, after all revisions of a record in the bin: {@code appId}, {@code id}
 *   <li>{@code component}: {@code component}
 *   <li>{@code psp_version}, the first first: {@code version}, {@code at}, {@code kind}, {@code count}
 *   <li>{@code psp_change}: {@code version}, {@code id}, {@code kind}, {@code component} as it was before, if it was
 *   <li>{@code psp_correction}: {@code id}, {@code content}
 *   <li>{@code document}: {@code collection}, {@code id}, {@code content}
 *   <li>{@code end}, the last: what has none was cut short
 * </ul>
 */
record ArchiveLine(
        String type,
        @Nullable Long version,
        @Nullable String userId,
        @Nullable String appId,
        @Nullable String collection,
        @Nullable String id,
        @Nullable String kind,
        @Nullable Integer revision,
        @Nullable Integer count,
        @Nullable Instant at,
        @Nullable HinataRecord record,
        @Nullable Enrichment enrichment,
        @Nullable PspComponent component,
        @Nullable Json content) {

    /** The version of the form of archives. */
    static final long FORM = 1;

    static final String HEADER = "header";
    static final String RECORD = "record";
    static final String BINNED = "binned";
    static final String COMPONENT = "component";
    static final String PSP_VERSION = "psp_version";
    static final String PSP_CHANGE = "psp_change";
    static final String PSP_CORRECTION = "psp_correction";
    static final String DOCUMENT = "document";
    static final String END = "end";

    static ArchiveLine header(String userId, Instant at) {
        return new ArchiveLine(HEADER, FORM, userId, null, null, null, null, null, null, at, null, null, null, null);
    }

    static ArchiveLine end() {
        return new ArchiveLine(END, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static ArchiveLine of(StoredRecord stored) {
        return new ArchiveLine(
                RECORD,
                null,
                null,
                stored.appId(),
                null,
                null,
                null,
                stored.revision(),
                null,
                stored.storedAt(),
                stored.record(),
                stored.enrichment(),
                null,
                null);
    }

    static ArchiveLine binned(StoredRecord stored) {
        return new ArchiveLine(
                BINNED,
                null,
                null,
                stored.appId(),
                null,
                stored.record().id(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ArchiveLine of(PspComponent component) {
        return new ArchiveLine(
                COMPONENT, null, null, null, null, null, null, null, null, null, null, null, component, null);
    }

    static ArchiveLine version(long version, Instant at, String cause, int changes) {
        return new ArchiveLine(
                PSP_VERSION, version, null, null, null, null, cause, null, changes, at, null, null, null, null);
    }

    static ArchiveLine change(long version, String id, String kind, @Nullable PspComponent before) {
        return new ArchiveLine(
                PSP_CHANGE, version, null, null, null, id, kind, null, null, null, null, null, before, null);
    }

    static ArchiveLine correction(String id, Json content) {
        return new ArchiveLine(
                PSP_CORRECTION, null, null, null, null, id, null, null, null, null, null, null, null, content);
    }

    static ArchiveLine document(String collection, String id, Json content) {
        return new ArchiveLine(
                DOCUMENT, null, null, null, collection, id, null, null, null, null, null, null, null, content);
    }

    /** Names the line, never its contents. */
    @Override
    public String toString() {
        return "ArchiveLine[" + type + "]";
    }
}
