package org.byenatos.personalizationmemory.learning;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.psp.PspComponent;

/** All that is known of one person at one moment. Immutable. */
public final class UserProfile {

    private final List<KnownComponent> known;

    private UserProfile(Collection<KnownComponent> known) {
        this.known = known.stream().sorted(KnownComponent.NEWEST_FIRST).toList();
    }

    /** The profile made of all components of a user, those that no longer hold included. */
    static UserProfile of(Collection<PspComponent> components) {
        return new UserProfile(components.stream().map(KnownComponent::new).toList());
    }

    /** The components, newest first. */
    public List<KnownComponent> known() {
        return known;
    }

    /** What must be written so that these records say what they say now, and nothing else. */
    Revision revise(Set<RecordRef> refs, Collection<PspComponent> said) {
        Map<String, KnownComponent> before = new LinkedHashMap<>();
        known.forEach(one -> before.put(one.component().id(), one));
        Map<String, KnownComponent> next = new LinkedHashMap<>(before);
        next.values().removeIf(one -> refs.contains(one.ref()));
        said.forEach(component -> next.put(component.id(), new KnownComponent(component)));
        List<KnownComponent> settled = LearningHistory.settle(next.values());
        return new Revision(new UserProfile(settled), changed(before, settled), deleted(before, next));
    }

    private static List<PspComponent> changed(Map<String, KnownComponent> before, List<KnownComponent> settled) {
        return settled.stream()
                .map(KnownComponent::component)
                .filter(component -> {
                    KnownComponent old = before.get(component.id());
                    return old == null || !component.equals(old.component());
                })
                .toList();
    }

    private static List<String> deleted(Map<String, KnownComponent> before, Map<String, KnownComponent> next) {
        Set<String> deleted = new HashSet<>(before.keySet());
        deleted.removeAll(next.keySet());
        return List.copyOf(deleted);
    }

    /**
     * A change of a profile.
     *
     * @param after the profile that it leads to
     * @param changed the components that are new or different
     * @param deleted identifiers of those that are no longer there
     */
    record Revision(UserProfile after, List<PspComponent> changed, List<String> deleted) {

        /** How many components are touched. */
        int size() {
            return changed.size() + deleted.size();
        }
    }
}
