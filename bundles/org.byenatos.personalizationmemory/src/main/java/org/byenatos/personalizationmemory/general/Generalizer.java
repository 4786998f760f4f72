package org.byenatos.personalizationmemory.general;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.statement.Subject;
import org.byenatos.personalizationmemory.text.Language;

/**
 * Says in general what components say in particular. What it says is chosen from a closed list of phrases, so that no
 * name, address, number, date or other wording of a record can be in it, in whatever language or spelling the record has
 * it: nothing is searched for and blotted out, nothing personal is let in. What no phrase fits is left out. Thread-safe.
 */
public final class Generalizer {

    private static final String FOCUS = "focus";
    private static final String SAID = "said";
    private static final String STYLE = "style";

    /** Topics whose subjects name a thing and what is said of it; of others the whole statement is read. */
    private static final Set<String> OF_THINGS = Set.of("allergy", "diet", "habit", "taste", "interest");

    private final Phrases phrases = new Phrases();

    /** A text to be read in one way. */
    private record Reading(Sign sign, String text) {}

    /**
     * The components to hand out in place of one: without evidence, since identifiers of records can be personal too, and
     * with identifiers that tell nothing of the record.
     */
    public List<PspComponent> of(PspComponent component) {
        String key = component.subject();
        Subject subject = Subject.parse(key == null ? FOCUS : key);
        Language language = Language.of(quote(component.text()));
        Set<Phrase> said = new LinkedHashSet<>();
        for (Reading reading : readings(subject, component.text())) {
            said.addAll(phrases.of(subject.topic(), reading.sign(), reading.text()));
        }
        return said.stream()
                .map(phrase -> saying(component, phrase, subject.topic(), language))
                .toList();
    }

    private static List<Reading> readings(Subject subject, String text) {
        List<Reading> readings = new ArrayList<>();
        if (OF_THINGS.contains(subject.topic())) {
            subject.facets().forEach((name, value) -> readings.add(reading(Map.entry(name, value), text)));
        } else {
            readings.add(new Reading(Sign.NONE, quote(text)));
        }
        return readings;
    }

    private static Reading reading(Map.Entry<String, String> facet, String text) {
        if (facet.getValue().equals(SAID)) {
            return new Reading(Sign.FOR, quote(text));
        }
        Sign sign = facet.getKey().equals(STYLE) ? Sign.NONE : Sign.of(facet.getValue());
        return new Reading(sign, facet.getKey() + ' ' + facet.getValue());
    }

    /** What a text quotes, without its label and origin. */
    private static String quote(String text) {
        int start = text.indexOf('"');
        int end = text.lastIndexOf('"');
        return start < end ? text.substring(start + 1, end) : text;
    }

    private static PspComponent saying(PspComponent of, Phrase phrase, String topic, Language language) {
        return new PspComponent(
                "general-" + Integer.toHexString(phrase.english().hashCode()),
                of.layer(),
                of.type(),
                topic + ':',
                phrase.in(language),
                of.confidence(),
                of.weight(),
                List.of(),
                of.validFrom(),
                null);
    }
}
