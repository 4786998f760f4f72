package org.byenatos.personalizationmemory.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.statement.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a person said over time: a statement holds until a later record contradicts it. The outcome depends on the
 * statements alone, never on the order in which they came to be known.
 */
final class LearningHistory {

    private static final Comparator<Entry> BY_TIME = Comparator.comparing(Entry::at)
            .thenComparing(entry -> entry.ref().appId())
            .thenComparing(entry -> entry.ref().id());

    /** What ends a plan to move: living there. */
    private static final String HOME_PLACE = "home/place";

    private static final String MOVE_PLAN = "goal/move";

    private LearningHistory() {}

    /** One facet of one statement. */
    private record Entry(String id, RecordRef ref, Instant at, String value) {}

    /** The components with the end of validity that they have beside each other; unchanged ones are the same objects. */
    static List<PspComponent> settle(Collection<PspComponent> components) {
        Map<String, Instant> ends = new HashMap<>();
        Map<String, List<Entry>> facets = facets(components);
        facets.values().forEach(entries -> {
            entries.sort(BY_TIME);
            contradictions(entries, ends);
        });
        fulfilled(facets, ends);
        return components.stream()
                .map(component -> endingAt(component, ends.get(component.id())))
                .toList();
    }

    private static Map<String, List<Entry>> facets(Collection<PspComponent> components) {
        Map<String, List<Entry>> facets = new HashMap<>();
        for (PspComponent component : components) {
            String key = component.subject();
            if (key != null) {
                Subject subject = Subject.parse(key);
                Evidence evidence = component.evidence().get(0);
                subject.facets().forEach((facet, value) -> facets.computeIfAbsent(
                                subject.topic() + '/' + facet, name -> new ArrayList<>())
                        .add(new Entry(component.id(), evidence.ref(), evidence.at(), value)));
            }
        }
        return facets;
    }

    private static void contradictions(List<Entry> entries, Map<String, Instant> ends) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            for (int j = i + 1; j < entries.size(); j++) {
                Entry later = entries.get(j);
                if (!later.value().equals(entry.value()) && !later.ref().equals(entry.ref())) {
                    ends.merge(entry.id(), later.at(), LearningHistory::earlier);
                    break;
                }
            }
        }
    }

    private static void fulfilled(Map<String, List<Entry>> facets, Map<String, Instant> ends) {
        for (Entry plan : facets.getOrDefault(MOVE_PLAN, List.of())) {
            for (Entry home : facets.getOrDefault(HOME_PLACE, List.of())) {
                if (home.value().equals(plan.value()) && home.at().isAfter(plan.at())) {
                    ends.merge(plan.id(), home.at(), LearningHistory::earlier);
                }
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static PspComponent endingAt(PspComponent component, @Nullable Instant end) {
        if (end == null ? component.validTo() == null : end.equals(component.validTo())) {
            return component;
        }
        return new PspComponent(
                component.id(),
                component.layer(),
                component.type(),
                component.subject(),
                component.text(),
                component.confidence(),
                component.weight(),
                component.evidence(),
                component.validFrom(),
                end);
    }
}
