package org.byenatos.personalizationmemory.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.personalizationmemory.statement.Subject;

/**
 * What a person said over time: a statement holds until a later record contradicts it. The outcome depends on the
 * statements alone, never on the order in which they came to be known.
 */
final class LearningHistory {

    private static final Comparator<Entry> BY_TIME = Comparator.comparing(
                    (Entry entry) -> entry.said().at())
            .thenComparing(entry -> entry.said().ref().appId())
            .thenComparing(entry -> entry.said().ref().id());

    /** What ends a plan to move: living there. */
    private static final String HOME_PLACE = "home/place";

    private static final String MOVE_PLAN = "goal/move";

    private LearningHistory() {}

    /** What a statement says of one facet. */
    private record Entry(KnownComponent said, String value) {}

    /** The components with the end of validity that they have beside each other; unchanged ones are the same objects. */
    static List<KnownComponent> settle(Collection<KnownComponent> components) {
        Map<String, Instant> ends = new HashMap<>();
        Map<String, List<Entry>> facets = facets(components);
        facets.values().forEach(entries -> contradictions(entries, ends));
        fulfilled(facets, ends);
        return components.stream()
                .map(known -> known.endingAt(ends.get(known.component().id())))
                .toList();
    }

    private static Map<String, List<Entry>> facets(Collection<KnownComponent> components) {
        Map<String, List<Entry>> facets = new HashMap<>();
        for (KnownComponent known : components) {
            known.subject().facets().forEach((facet, value) -> facets.computeIfAbsent(
                            known.subject().topic() + '/' + facet, name -> new ArrayList<>())
                    .add(new Entry(known, value)));
        }
        facets.values().forEach(entries -> entries.sort(BY_TIME));
        return facets;
    }

    private static void contradictions(List<Entry> entries, Map<String, Instant> ends) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            for (int j = i + 1; j < entries.size(); j++) {
                Entry later = entries.get(j);
                if (!Subject.compatible(later.value(), entry.value())
                        && !later.said().ref().equals(entry.said().ref())) {
                    end(ends, entry, later);
                    break;
                }
            }
        }
    }

    private static void fulfilled(Map<String, List<Entry>> facets, Map<String, Instant> ends) {
        for (Entry plan : facets.getOrDefault(MOVE_PLAN, List.of())) {
            for (Entry home : facets.getOrDefault(HOME_PLACE, List.of())) {
                if (Subject.compatible(home.value(), plan.value())
                        && home.said().at().isAfter(plan.said().at())) {
                    end(ends, plan, home);
                }
            }
        }
    }

    private static void end(Map<String, Instant> ends, Entry entry, Entry by) {
        ends.merge(entry.said().component().id(), by.said().at(), (one, other) -> one.isBefore(other) ? one : other);
    }
}
