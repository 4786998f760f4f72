package org.byenatos.personalizationmemory.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.psp.PspComponent;

/** All that is known of one person at one moment. Immutable. */
public final class UserProfile {

    private final List<KnownComponent> known;
    private final List<PspComponent> focus;

    private UserProfile(Collection<KnownComponent> known, List<PspComponent> focus) {
        this.known = known.stream().sorted(KnownComponent.NEWEST_FIRST).toList();
        this.focus = focus;
    }

    /** The profile made of all components of a user, those that no longer hold included. */
    static UserProfile of(Collection<PspComponent> components) {
        return new UserProfile(
                components.stream()
                        .filter(component -> !FocusTopics.is(component))
                        .map(KnownComponent::new)
                        .toList(),
                components.stream().filter(FocusTopics::is).toList());
    }

    /** What the person said of themselves, newest first. */
    public List<KnownComponent> known() {
        return known;
    }

    /** The tags of the last weeks; the text is the tag, the evidence the newest records that carry it. */
    public List<PspComponent> focus() {
        return focus;
    }

    /** What must be written so that records say what they say now, and nothing else. */
    Revision revise(Lesson lesson) {
        Map<String, KnownComponent> before = new LinkedHashMap<>();
        known.forEach(one -> before.put(one.component().id(), one));
        Map<String, KnownComponent> next = new LinkedHashMap<>(before);
        boolean withdrawn = next.values().removeIf(one -> lesson.refs().contains(one.ref()));
        lesson.said().forEach(component -> next.put(component.id(), new KnownComponent(component)));
        Collection<KnownComponent> settled =
                withdrawn || !lesson.said().isEmpty() ? LearningHistory.settle(next.values()) : known;
        List<PspComponent> topics = FocusTopics.revise(focus, lesson.refs(), lesson.records(), lesson.now());
        return Revision.between(this, new UserProfile(settled, topics));
    }

    private Map<String, PspComponent> all() {
        Map<String, PspComponent> all = new LinkedHashMap<>();
        known.forEach(one -> all.put(one.component().id(), one.component()));
        focus.forEach(topic -> all.put(topic.id(), topic));
        return all;
    }

    /**
     * A change of a profile.
     *
     * @param after the profile that it leads to
     * @param changed the components that are new or different
     * @param deleted identifiers of those that are no longer there
     */
    record Revision(UserProfile after, List<PspComponent> changed, List<String> deleted) {

        static Revision between(UserProfile before, UserProfile after) {
            Map<String, PspComponent> old = before.all();
            Map<String, PspComponent> all = after.all();
            List<PspComponent> changed = all.values().stream()
                    .filter(component -> !component.equals(old.get(component.id())))
                    .toList();
            Set<String> deleted = new HashSet<>(old.keySet());
            deleted.removeAll(all.keySet());
            return new Revision(after, changed, List.copyOf(deleted));
        }

        /** How many components are touched. */
        int size() {
            return changed.size() + deleted.size();
        }
    }

    /**
     * What there is to learn at once.
     *
     * @param refs which records are new, changed or gone
     * @param records those that are there
     * @param said what they say, as components
     * @param now what time it is
     */
    record Lesson(Set<RecordRef> refs, Collection<StoredRecord> records, Collection<PspComponent> said, Instant now) {}
}
