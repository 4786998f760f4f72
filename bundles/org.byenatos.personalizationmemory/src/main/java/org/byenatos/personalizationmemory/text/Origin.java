package org.byenatos.personalizationmemory.text;

import java.time.ZoneOffset;
import org.byenatos.api.hinata.HinataRecord;
import org.jspecify.annotations.Nullable;

/** Says in a few words where a text comes from: {@code kindle, Orla Fennimore, 2026-07-05}. */
public final class Origin {

    private static final int LONGEST = 40;

    private Origin() {}

    /** Source, author if there is one, and day in UTC. */
    public static String of(HinataRecord record) {
        String author = author(record);
        return source(record) + (author.isEmpty() ? "" : ", " + author) + ", " + day(record);
    }

    /** Source and day in UTC, for words that are the user's own whoever wrote what they are about. */
    public static String ofOwnWords(HinataRecord record) {
        return source(record) + ", " + day(record);
    }

    private static String source(HinataRecord record) {
        String source = name(record.source());
        return source.isEmpty() ? "record" : source;
    }

    /** The author's name as it may stand in a PSP, empty if there is none. */
    public static String author(HinataRecord record) {
        return name(record.author());
    }

    /** The day in UTC. */
    public static String day(HinataRecord record) {
        return record.timestamp().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A name, unless it is used to smuggle in orders. */
    private static String name(@Nullable String text) {
        if (text == null || Orders.in(text)) {
            return "";
        }
        return Quotation.cut(Quotation.plain(text), LONGEST);
    }
}
