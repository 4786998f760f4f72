package org.byenatos.api.hinata;

import org.jspecify.annotations.Nullable;

/**
 * Names a record among those of a user.
 *
 * @param appId the app that submitted it
 * @param id the app's identifier of it
 */
public record RecordRef(String appId, String id) {

    /** Asked for every record that a record is compared with: what a record has by itself is slow under C1. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordRef ref && id.equals(ref.id) && appId.equals(ref.appId);
    }

    @Override
    public int hashCode() {
        return 31 * appId.hashCode() + id.hashCode();
    }
}
