package org.byenatos.gateway.rest.json;

import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordFilter;
import org.jspecify.annotations.Nullable;

/** Reads which records are wanted, from a JSON object or from a query string. */
public final class FilterReader {

    private FilterReader() {}

    /** The filter of a query's body. */
    public static RecordFilter read(Fields fields) {
        RecordFilter filter = new RecordFilter(
                fields.optionalText("source"),
                fields.optionalText("tag"),
                fields.optionalText("thread"),
                fields.optionalText("author"),
                fields.optionalText("app_id"),
                access(fields),
                fields.optionalInstant("since"),
                fields.optionalInstant("until"));
        fields.noOthers();
        return filter;
    }

    private static @Nullable Access access(Fields fields) {
        return fields.has("access") ? fields.word("access", Words.ACCESS, Access.PRIVATE) : null;
    }
}
