package org.byenatos.personalizationmemory.learning;

import java.time.Instant;
import java.util.Comparator;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.statement.Subject;
import org.byenatos.personalizationmemory.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A component, taken apart for comparing.
 *
 * @param component the component
 * @param subject what it is about; its own identifier if it has no subject
 * @param words of its text
 */
public record KnownComponent(PspComponent component, Subject subject, Words words) {

    /** The newest evidence first, the same order always. */
    static final Comparator<KnownComponent> NEWEST_FIRST = Comparator.comparing(KnownComponent::at)
            .thenComparing(known -> known.component().id())
            .reversed();

    KnownComponent(PspComponent component) {
        this(component, Subject.parse(key(component)), Words.of(component.text()));
    }

    private static String key(PspComponent component) {
        String key = component.subject();
        return key == null ? component.id() : key;
    }

    /** Equal for components that say the same. */
    public String key() {
        return key(component);
    }

    /** The record that it rests on. */
    public RecordRef ref() {
        return component.evidence().get(0).ref();
    }

    /** When it was said. */
    public Instant at() {
        return component.evidence().get(0).at();
    }

    /** The same, ending at another time. */
    KnownComponent endingAt(@Nullable Instant end) {
        if (end == null ? component.validTo() == null : end.equals(component.validTo())) {
            return this;
        }
        PspComponent ended = new PspComponent(
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
        return new KnownComponent(ended, subject, words);
    }

    /** Keeps personal content out of logs. */
    @Override
    public String toString() {
        return "KnownComponent[" + component.id() + "]";
    }
}
