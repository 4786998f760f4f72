package org.byenatos.personalizationmemory.invocation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.learning.KnownComponent;
import org.byenatos.personalizationmemory.learning.UserProfile;
import org.byenatos.personalizationmemory.statement.Subject;

/**
 * What of a profile may be seen and holds now. Components that say the same are folded into one that quotes the newest
 * and rests on the evidence of all; evidence that may not be seen takes no part in it, not even in its confidence.
 *
 * @param components what may be seen and holds
 * @param from since when exactly this holds
 * @param until before when
 */
record Visible(List<Folded> components, Instant from, Instant until) {

    /** Clocks differ, and some write local time as if it were UTC. */
    private static final Duration SKEW = Duration.ofDays(1);

    private static final double REPEATED = 0.03;
    private static final double MOST_SURE = 0.99;

    /**
     * A component and all that says the same.
     *
     * @param component folded
     * @param members what it was folded from, newest first
     * @param newest when its newest evidence is from
     * @param quotation its text without the label: one sentence that says two things is handed out once
     * @param cost of its line
     */
    record Folded(
            PspComponent component, List<KnownComponent> members, Instant newest, String quotation, LineCost cost) {

        static Folded of(PspComponent component, List<KnownComponent> members) {
            String text = component.text();
            return new Folded(
                    component,
                    members,
                    Score.newest(component),
                    text.substring(Math.max(0, text.indexOf(": \""))),
                    new LineCost());
        }
    }

    static Visible of(UserProfile profile, Visibility visibility, Instant now) {
        Map<String, List<KnownComponent>> groups = new LinkedHashMap<>();
        Instant until = Instant.MAX;
        for (KnownComponent known : profile.known()) {
            PspComponent component = known.component();
            until = earlier(until, nextChange(component, now));
            if (holds(component, now) && sees(visibility, component)) {
                groups.computeIfAbsent(known.key(), key -> new ArrayList<>()).add(known);
            }
        }
        return new Visible(subsumed(groups.values()).stream().map(Visible::fold).toList(), now, until);
    }

    /** Whether nothing has begun or ceased to hold at a time. */
    boolean holdsAt(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** When something may next begin or cease to hold. */
    private static Instant nextChange(PspComponent component, Instant now) {
        Instant begin = component.validFrom();
        Instant end = component.validTo();
        Instant next = begin.isBefore(now.plus(SKEW)) ? Instant.MAX : begin.minus(SKEW);
        return end == null || !end.isAfter(now) ? next : earlier(next, end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean holds(PspComponent component, Instant now) {
        Instant end = component.validTo();
        return component.validFrom().isBefore(now.plus(SKEW)) && (end == null || end.isAfter(now));
    }

    private static boolean sees(Visibility visibility, PspComponent component) {
        return component.evidence().stream().allMatch(evidence -> sees(visibility, evidence));
    }

    /** Whether a piece of evidence may take part in a PSP. */
    static boolean sees(Visibility visibility, Evidence evidence) {
        return evidence.access() != Access.RESTRICTED
                && visibility.permits(evidence.ref().appId(), evidence.access());
    }

    /** Groups that say no more than a part of what another says join it. */
    private static List<List<KnownComponent>> subsumed(Collection<List<KnownComponent>> groups) {
        List<List<KnownComponent>> largestFirst = new ArrayList<>(groups);
        largestFirst.sort(Comparator.comparingInt((List<KnownComponent> group) ->
                        -group.get(0).subject().facets().size())
                .thenComparingInt(group -> -group.get(0).key().length()));
        Map<String, List<List<KnownComponent>>> rich = new HashMap<>();
        List<List<KnownComponent>> kept = new ArrayList<>();
        for (List<KnownComponent> group : largestFirst) {
            Subject subject = group.get(0).subject();
            List<List<KnownComponent>> richer = rich.computeIfAbsent(subject.topic(), topic -> new ArrayList<>());
            Optional<List<KnownComponent>> whole = richer.stream()
                    .filter(other -> other.get(0).subject().covers(subject))
                    .findFirst();
            whole.ifPresentOrElse(other -> other.addAll(group), () -> kept.add(group));
            if (whole.isEmpty() && comparable(subject)) {
                richer.add(group);
            }
        }
        return kept;
    }

    /** Wordings cover nothing but themselves; thousands of them need not be compared. */
    private static boolean comparable(Subject subject) {
        return subject.facets().size() > 1
                || subject.facets().values().stream().anyMatch(value -> value.indexOf(' ') > 0);
    }

    private static Folded fold(List<KnownComponent> group) {
        PspComponent first = group.get(0).component();
        if (group.size() == 1) {
            return Folded.of(first, group);
        }
        double doubt = group.stream()
                .mapToDouble(known -> 1 - known.component().confidence())
                .reduce(1, (one, other) -> one * other);
        PspComponent folded = new PspComponent(
                first.id(),
                first.layer(),
                first.type(),
                first.subject(),
                first.text(),
                Math.max(first.confidence(), Math.min(MOST_SURE, 1 - doubt)),
                Math.min(1, first.weight() + REPEATED * Math.min(5, group.size() - 1)),
                evidence(group),
                group.stream()
                        .map(known -> known.component().validFrom())
                        .min(Instant::compareTo)
                        .orElseThrow(),
                first.validTo());
        return Folded.of(folded, group);
    }

    private static List<Evidence> evidence(List<KnownComponent> group) {
        Map<RecordRef, Evidence> evidence = new LinkedHashMap<>();
        for (KnownComponent known : group) {
            known.component().evidence().forEach(one -> evidence.putIfAbsent(one.ref(), one));
        }
        return List.copyOf(evidence.values());
    }
}
