package org.byenatos.distribution.isolation;

import java.util.ArrayList;
import java.util.List;

/** A record as the model has it: whose it is, and its contents, the newest last. */
record ModelRecord(String userId, String appId, String id, List<Content> contents) {

    ModelRecord(String userId, String appId, String id) {
        this(userId, appId, id, new ArrayList<>());
    }

    Content now() {
        return contents.get(contents.size() - 1);
    }

    /** Earlier contents, newest first. */
    List<Content> before() {
        List<Content> before = new ArrayList<>(contents.subList(0, contents.size() - 1));
        java.util.Collections.reverse(before);
        return before;
    }
}
