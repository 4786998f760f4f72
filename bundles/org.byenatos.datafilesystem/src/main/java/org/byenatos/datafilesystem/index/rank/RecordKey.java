package org.byenatos.datafilesystem.index.rank;

import org.byenatos.api.hinata.RecordRef;

/** How a record is named in the index: app and identifier, which are free of the character between them. */
public final class RecordKey {

    private static final char SEPARATOR = '\u0000';

    private RecordKey() {}

    /** The name of a record. */
    public static String of(RecordRef ref) {
        return ref.appId() + SEPARATOR + ref.id();
    }

    static RecordRef parse(String key) {
        int end = key.indexOf(SEPARATOR);
        return new RecordRef(key.substring(0, end), key.substring(end + 1));
    }
}
