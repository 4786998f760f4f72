package org.byenatos.applifecycle.ipc;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.common.Json;
import org.byenatos.api.event.CoreEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept, before it is known who reads it.
 *
 * @param seq its position, 0 while it has none
 * @param at when
 * @param topic what it is
 * @param userId whom it concerns
 * @param appId which app sent or caused it
 * @param toApp to which app alone
 * @param payload what there is to say beside the records
 * @param records which records it is about
 */
record Entry(
        long seq,
        Instant at,
        String topic,
        @Nullable String userId,
        @Nullable String appId,
        @Nullable String toApp,
        Json payload,
        List<CoreEvent.Subject> records) {

    /** About what an entry weighs beside its texts, in characters. */
    private static final int BESIDE = 200;

    Entry {
        records = List.copyOf(records);
    }

    Entry at(long position) {
        return new Entry(position, at, topic, userId, appId, toApp, payload, records);
    }

    /** Whose events it is kept with. */
    String space() {
        return userId == null ? Spaces.NOBODY : userId;
    }

    int weight() {
        int ids = records.stream()
                .mapToInt(subject -> BESIDE + subject.ref().id().length())
                .sum();
        return BESIDE + topic.length() + payload.text().length() + ids;
    }

    @Override
    public String toString() {
        return "Entry[" + seq + " " + topic + "]";
    }
}
