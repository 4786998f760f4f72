package org.byenatos.personalizationmemory.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.psp.ComponentType;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.text.Orders;
import org.byenatos.personalizationmemory.text.Quotation;

/**
 * The tags of a person's last weeks, each a component with the newest records that carry it. Every piece of evidence
 * carries the tag itself, so that who sees one of them may see the tag. Weeks are counted back from the newest record, and
 * a record that lies ahead, as in a calendar, does not count until it is past.
 */
final class FocusTopics {

    private static final String ID = "focus-";
    private static final Duration REACH = Duration.ofDays(30);
    private static final int MOST_TOPICS = 100;
    private static final int MOST_EVIDENCE = 20;
    private static final int LONGEST = 30;
    private static final double CONFIDENCE = 0.7;
    private static final double WEIGHT = 0.6;

    private static final Comparator<Evidence> NEWEST_FIRST = Comparator.comparing(Evidence::at)
            .thenComparing(evidence -> evidence.ref().appId())
            .thenComparing(evidence -> evidence.ref().id())
            .reversed();

    private FocusTopics() {}

    /** Whether a component is one of these. */
    static boolean is(PspComponent component) {
        return component.id().startsWith(ID);
    }

    /** The topics after records came, changed or went. */
    static List<PspComponent> revise(
            Collection<PspComponent> before, Set<RecordRef> refs, Collection<StoredRecord> records, Instant now) {
        Map<String, List<Evidence>> topics = new LinkedHashMap<>();
        for (PspComponent topic : before) {
            topic.evidence().stream()
                    .filter(evidence -> !refs.contains(evidence.ref()))
                    .forEach(evidence -> evidenceOf(topics, topic.text()).add(evidence));
        }
        for (StoredRecord stored : records) {
            if (stored.record().access() != Access.RESTRICTED
                    && !stored.record().timestamp().isAfter(now)) {
                tags(stored).forEach(tag -> evidenceOf(topics, tag).add(evidence(stored)));
            }
        }
        return components(topics);
    }

    private static List<Evidence> evidenceOf(Map<String, List<Evidence>> topics, String topic) {
        return topics.computeIfAbsent(topic, key -> new ArrayList<>());
    }

    private static Evidence evidence(StoredRecord stored) {
        return new Evidence(
                stored.ref(), stored.record().access(), stored.record().timestamp());
    }

    private static List<String> tags(StoredRecord stored) {
        return stored.record().tag().stream()
                .map(tag -> Quotation.plain(tag).toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty() && tag.length() <= LONGEST && !Orders.in(tag))
                .distinct()
                .toList();
    }

    private static List<PspComponent> components(Map<String, List<Evidence>> topics) {
        Instant since = topics.values().stream()
                .flatMap(List::stream)
                .map(Evidence::at)
                .max(Comparator.naturalOrder())
                .map(newest -> newest.minus(REACH))
                .orElse(Instant.MIN);
        return topics.entrySet().stream()
                .map(topic -> component(topic.getKey(), recent(topic.getValue(), since)))
                .filter(component -> !component.evidence().isEmpty())
                .sorted(Comparator.comparing(
                                (PspComponent component) -> component.evidence().get(0), NEWEST_FIRST)
                        .thenComparing(PspComponent::id))
                .limit(MOST_TOPICS)
                .toList();
    }

    private static List<Evidence> recent(List<Evidence> evidence, Instant since) {
        return evidence.stream()
                .filter(one -> one.at().isAfter(since))
                .sorted(NEWEST_FIRST)
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
    }

    private static PspComponent component(String topic, List<Evidence> evidence) {
        return new PspComponent(
                ID + ComponentIds.of(new RecordRef("", topic), "tag"),
                Layer.WORKING,
                ComponentType.CORE_INTEREST,
                null,
                topic,
                CONFIDENCE,
                WEIGHT,
                evidence,
                evidence.isEmpty()
                        ? Instant.EPOCH
                        : evidence.get(evidence.size() - 1).at(),
                null);
    }
}
