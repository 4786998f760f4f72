package org.byenatos.personalizationmemory.statement;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Of kinds that say one thing twice in one sentence, keeps the one that says it best. */
final class Overlaps {

    /** Which kinds a kind makes needless. */
    private static final Map<Kind, Set<Kind>> COVERS = Map.of(
            Kind.COMMUNICATION, EnumSet.of(Kind.PREFERENCE, Kind.LIKE, Kind.DISLIKE, Kind.TIMING, Kind.VALUE),
            Kind.TIMING, EnumSet.of(Kind.DISLIKE, Kind.LIKE, Kind.PREFERENCE),
            Kind.LEARNING, EnumSet.of(Kind.LIKE, Kind.PREFERENCE, Kind.GOAL),
            Kind.ALLERGY, EnumSet.of(Kind.HEALTH),
            Kind.DIET, EnumSet.of(Kind.DISLIKE, Kind.LIKE),
            Kind.HABIT, EnumSet.of(Kind.DISLIKE, Kind.LIKE, Kind.TIMING, Kind.DIET),
            Kind.PLAN, EnumSet.of(Kind.GOAL),
            Kind.INTEREST, EnumSet.of(Kind.LIKE),
            Kind.VALUE, EnumSet.of(Kind.PREFERENCE));

    private Overlaps() {}

    static List<Finding> resolve(Collection<Finding> found) {
        Set<Kind> kinds = found.stream().map(Finding::kind).collect(Collectors.toSet());
        return found.stream()
                .filter(finding -> kinds.stream()
                        .noneMatch(other -> COVERS.getOrDefault(other, Set.of()).contains(finding.kind())))
                .toList();
    }
}
