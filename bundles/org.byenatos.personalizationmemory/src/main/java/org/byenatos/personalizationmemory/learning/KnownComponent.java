package org.byenatos.personalizationmemory.learning;

import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.statement.Subject;
import org.byenatos.personalizationmemory.text.Words;

/**
 * A component, taken apart for comparing.
 *
 * @param component the component
 * @param subject what it is about; its own identifier if it has no subject
 * @param words of its text
 */
public record KnownComponent(PspComponent component, Subject subject, Words words) {

    KnownComponent(PspComponent component) {
        this(component, subject(component), Words.of(component.text()));
    }

    private static Subject subject(PspComponent component) {
        String key = component.subject();
        return Subject.parse(key == null ? component.id() : key);
    }

    /** Keeps personal content out of logs. */
    @Override
    public String toString() {
        return "KnownComponent[" + component.id() + "]";
    }
}
