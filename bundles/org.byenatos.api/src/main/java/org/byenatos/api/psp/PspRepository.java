package org.byenatos.api.psp;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The durable components of users' PSPs, sealed under each user's key. Thread-safe. */
@ProviderType
public interface PspRepository {

    /** All components of a user, those that no longer hold included, in no order. */
    List<PspComponent> components(String userId);

    /** Writes components, new or in place of those with the same id, and deletes others, all or nothing. */
    void save(String userId, List<PspComponent> changed, List<String> deletedIds);
}
