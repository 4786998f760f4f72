package org.byenatos.personalizationmemory.invocation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.learning.ComponentIds;
import org.byenatos.personalizationmemory.text.Language;
import org.byenatos.personalizationmemory.text.Orders;
import org.byenatos.personalizationmemory.text.Origin;
import org.byenatos.personalizationmemory.text.Quotation;

/**
 * What a person occupies themselves with of late: the tags that several of their newest records share. It is derived
 * from the records that the asking app may see, so that it can show nothing else.
 */
final class RecentFocus {

    private static final int LEAST_RECORDS = 3;
    private static final int MOST_TOPICS = 5;
    private static final int LONGEST_TOPIC = 30;
    private static final double WEIGHT = 0.6;

    private final Score score;
    private final Duration age;
    private final Instant now;

    RecentFocus(Score score, Duration age, Instant now) {
        this.score = score;
        this.age = age;
        this.now = now;
    }

    /** The topics as components of the working layer, most records first. */
    List<Candidate> of(List<StoredRecord> recent) {
        Map<String, List<StoredRecord>> byTopic = new LinkedHashMap<>();
        for (StoredRecord stored : lately(recent)) {
            topics(stored).forEach(topic -> byTopic.computeIfAbsent(topic, key -> new ArrayList<>())
                    .add(stored));
        }
        return byTopic.entrySet().stream()
                .filter(topic -> topic.getValue().size() >= LEAST_RECORDS)
                .sorted(Comparator.comparingInt((Map.Entry<String, List<StoredRecord>> topic) ->
                        -topic.getValue().size()))
                .limit(MOST_TOPICS)
                .map(topic -> candidate(topic.getKey(), topic.getValue()))
                .toList();
    }

    /** The records of the last days up to the newest that lies not ahead. */
    private List<StoredRecord> lately(List<StoredRecord> recent) {
        List<StoredRecord> past = recent.stream()
                .filter(stored -> stored.record().access() != Access.RESTRICTED
                        && !stored.record().timestamp().isAfter(now))
                .toList();
        Instant newest = past.stream()
                .map(stored -> stored.record().timestamp())
                .max(Instant::compareTo)
                .orElse(now);
        return past.stream()
                .filter(stored -> stored.record().timestamp().isAfter(newest.minus(age)))
                .toList();
    }

    private static Set<String> topics(StoredRecord stored) {
        Set<String> topics = new LinkedHashSet<>();
        for (String tag : stored.record().tag()) {
            String topic = Quotation.plain(tag).toLowerCase(Locale.ROOT);
            if (!topic.isEmpty() && topic.length() <= LONGEST_TOPIC && !Orders.in(topic)) {
                topics.add(topic);
            }
        }
        return topics;
    }

    private Candidate candidate(String topic, List<StoredRecord> records) {
        PspComponent component = new PspComponent(
                ComponentIds.of(records.get(0).ref(), "focus-" + Integer.toHexString(topic.hashCode())),
                Layer.WORKING,
                ComponentType.CORE_INTEREST,
                null,
                text(topic, records),
                1,
                WEIGHT,
                records.stream()
                        .map(stored -> new Evidence(
                                stored.ref(),
                                stored.record().access(),
                                stored.record().timestamp()))
                        .toList(),
                records.get(records.size() - 1).record().timestamp(),
                null);
        return new Candidate(component, 0, score.of(component, 0, 0));
    }

    private static String text(String topic, List<StoredRecord> records) {
        String days = Origin.day(records.get(records.size() - 1).record()) + " – "
                + Origin.day(records.get(0).record());
        return Language.of(topic) == Language.CHINESE
                ? "近期关注: \"" + topic + "\" (" + records.size() + " 条记录, " + days + ")"
                : "Recent focus: \"" + topic + "\" (" + records.size() + " records, " + days + ")";
    }
}
