package org.byenatos.api.psp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement about a person.
 *
 * @param id identifier, unique per user
 * @param layer where it belongs
 * @param type what kind of statement
 * @param subject what it is about, as a key {@code topic:facet=value;…}: valid components that give one facet of a topic
 *     different values contradict each other, those with equal keys say the same. {@code null} if it can stand beside any
 *     other
 * @param text a sentence that a reader understands
 * @param confidence how sure the core is, 0..1
 * @param weight how important it is, 0..1
 * @param evidence the records that it rests on, at least one; none where a general PSP hands it out
 * @param validFrom from when it holds
 * @param validTo until when it held, {@code null} while it holds
 */
public record PspComponent(
        String id,
        Layer layer,
        ComponentType type,
        @Nullable String subject,
        String text,
        double confidence,
        double weight,
        List<Evidence> evidence,
        Instant validFrom,
        @Nullable Instant validTo) {

    public PspComponent {
        evidence = List.copyOf(evidence);
    }

    /** Whether it holds at a time. */
    public boolean validAt(Instant time) {
        return !validFrom.isAfter(time) && (validTo == null || validTo.isAfter(time));
    }

    /** Names the component, never its text. */
    @Override
    public String toString() {
        return "PspComponent[" + id + ", " + layer + ", " + type + "]";
    }
}
