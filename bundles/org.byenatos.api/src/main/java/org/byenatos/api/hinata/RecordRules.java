package org.byenatos.api.hinata;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.Violation;
import org.jspecify.annotations.Nullable;

/** The limits of a record's members. */
public final class RecordRules {

    /** Most characters of an {@code id}, {@code source}, {@code author} or one tag. */
    public static final int MAX_NAME = 200;
    /** Most characters of a highlight. */
    public static final int MAX_HIGHLIGHT = 10_000;
    /** Most characters of a note. */
    public static final int MAX_NOTE = 50_000;
    /** Most characters of an address or thread. */
    public static final int MAX_ADDRESS = 4_000;
    /** Most tags of a record. */
    public static final int MAX_TAGS = 100;
    /** Most characters of {@code raw_data} and of {@code metadata}, as JSON text. */
    public static final int MAX_JSON = 1_000_000;

    private RecordRules() {}

    /** Everything that is wrong with a record, empty if nothing is; pointers are relative to the record. */
    public static List<Violation> check(HinataRecord record) {
        List<Violation> found = new ArrayList<>();
        name(found, "/id", record.id());
        name(found, "/source", record.source());
        atMost(found, "/highlight", record.highlight(), MAX_HIGHLIGHT);
        atMost(found, "/note", record.note(), MAX_NOTE);
        atMost(found, "/address", record.address(), MAX_ADDRESS);
        if (record.highlight().isBlank() && record.note().isBlank()) {
            found.add(new Violation("/highlight", "may be empty only if note is not"));
        }
        if (record.author() != null) {
            name(found, "/author", record.author());
        }
        if (record.thread() != null) {
            atMost(found, "/thread", record.thread(), MAX_ADDRESS);
        }
        tags(found, record.tag());
        json(found, "/raw_data", record.rawData());
        json(found, "/metadata", record.metadata());
        return found;
    }

    private static void tags(List<Violation> found, List<String> tags) {
        if (tags.size() > MAX_TAGS) {
            found.add(new Violation("/tag", "has " + tags.size() + " items, at most " + MAX_TAGS + " are allowed"));
        }
        for (int i = 0; i < tags.size(); i++) {
            name(found, "/tag/" + i, tags.get(i));
        }
    }

    private static void name(List<Violation> found, String pointer, String value) {
        if (value.isBlank()) {
            found.add(new Violation(pointer, "must not be empty"));
        }
        atMost(found, pointer, value, MAX_NAME);
    }

    private static void json(List<Violation> found, String pointer, @Nullable Json value) {
        if (value != null) {
            atMost(found, pointer, value.text(), MAX_JSON);
        }
    }

    private static void atMost(List<Violation> found, String pointer, String value, int most) {
        if (value.length() > most) {
            found.add(
                    new Violation(pointer, "has " + value.length() + " characters, at most " + most + " are allowed"));
        }
    }
}
