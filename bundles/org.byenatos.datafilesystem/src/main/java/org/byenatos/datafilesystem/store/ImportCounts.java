package org.byenatos.datafilesystem.store;

import java.util.Map;
import java.util.TreeMap;
import org.byenatos.api.common.Json;

/** What an import has come to. Confined to one thread. */
final class ImportCounts {

    /** Was not there. */
    static final String STORED = "stored";

    /** Was there already. */
    static final String UNCHANGED = "unchanged";

    /** Something else was there in its place, which stays. */
    static final String KEPT = "kept";

    /** Is of the moment only, as events are. */
    static final String LEFT_OUT = "left_out";

    private final Map<String, Long> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    Json json() {
        StringBuilder text = new StringBuilder("{");
        counts.forEach((what, count) -> text.append(text.length() == 1 ? "" : ",")
                .append('"')
                .append(what)
                .append("\":")
                .append(count));
        return new Json(text.append('}').toString());
    }
}
