package org.byenatos.personalizationmemory.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.psp.PspComponent;

/** All that is known of one person at one moment. Immutable. */
public final class UserProfile {

    private final Map<String, PspComponent> components;
    private final List<KnownComponent> known;

    /** @param components of one user, those that no longer hold included */
    public UserProfile(Collection<PspComponent> components) {
        Map<String, PspComponent> byId = new LinkedHashMap<>();
        components.forEach(component -> byId.put(component.id(), component));
        this.components = byId;
        this.known = byId.values().stream().map(KnownComponent::new).toList();
    }

    /** The components, ready to be scored. */
    public List<KnownComponent> known() {
        return known;
    }

    /** What must be written so that these records say what they say now, and nothing else. */
    Revision revise(Set<RecordRef> refs, Collection<PspComponent> said) {
        Map<String, PspComponent> next = new LinkedHashMap<>(components);
        next.values()
                .removeIf(component -> refs.contains(component.evidence().get(0).ref()));
        said.forEach(component -> next.put(component.id(), component));
        List<PspComponent> settled = LearningHistory.settle(next.values());
        Set<String> ids = settled.stream().map(PspComponent::id).collect(Collectors.toSet());
        List<PspComponent> changed = settled.stream()
                .filter(component -> !component.equals(components.get(component.id())))
                .toList();
        List<String> deleted =
                components.keySet().stream().filter(id -> !ids.contains(id)).toList();
        return new Revision(new ArrayList<>(settled), changed, deleted);
    }

    /**
     * A change of a profile.
     *
     * @param all the components after it
     * @param changed those that are new or different
     * @param deleted identifiers of those that are no longer there
     */
    record Revision(List<PspComponent> all, List<PspComponent> changed, List<String> deleted) {

        boolean isEmpty() {
            return changed.isEmpty() && deleted.isEmpty();
        }
    }
}
