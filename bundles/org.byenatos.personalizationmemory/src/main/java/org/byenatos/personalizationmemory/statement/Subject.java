package org.byenatos.personalizationmemory.statement;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.byenatos.personalizationmemory.text.Language;

/**
 * What a statement is about, as a key that can be compared: a topic and what the statement says of some of its facets,
 * written {@code diet:fish=yes;meat=no}. Two statements contradict each other if they give one facet of one topic
 * different values; they say the same if their keys are equal.
 *
 * @param topic what in general
 * @param facets values by facet
 */
public record Subject(String topic, SortedMap<String, String> facets) {

    public Subject {
        facets = Collections.unmodifiableSortedMap(new TreeMap<>(facets));
    }

    /** A subject with these facets. */
    static Subject of(String topic, Map<String, String> facets) {
        return new Subject(topic, new TreeMap<>(facets));
    }

    /** Reads a key; what is not written as keys are has no facets. */
    public static Subject parse(String key) {
        int colon = key.indexOf(':');
        SortedMap<String, String> facets = new TreeMap<>();
        for (String facet : key.substring(colon + 1).split(";")) {
            int equals = facet.indexOf('=');
            if (equals > 0) {
                facets.put(facet.substring(0, equals), facet.substring(equals + 1));
            }
        }
        return new Subject(colon < 0 ? key : key.substring(0, colon), facets);
    }

    /** Whether this says all that another does, or the same more exactly. */
    public boolean covers(Subject other) {
        return topic.equals(other.topic)
                && !other.facets.isEmpty()
                && other.facets.entrySet().stream().allMatch(facet -> {
                    String mine = facets.get(facet.getKey());
                    return mine != null && partOf(facet.getValue(), mine);
                });
    }

    /** Whether two values of one facet can both be true: one may only be more exact than the other. */
    public static boolean compatible(String one, String other) {
        return partOf(one, other) || partOf(other, one);
    }

    private static boolean partOf(String part, String whole) {
        if (part.length() > 1 && Language.isHan(part.charAt(0))) {
            return whole.contains(part);
        }
        return (' ' + whole + ' ').contains(' ' + part + ' ');
    }

    /** The key. */
    public String key() {
        return facets.entrySet().stream()
                .map(facet -> facet.getKey() + '=' + facet.getValue())
                .collect(Collectors.joining(";", topic + ':', ""));
    }

    /** Keeps personal content out of logs. */
    @Override
    public String toString() {
        return "Subject[" + topic + "]";
    }
}
