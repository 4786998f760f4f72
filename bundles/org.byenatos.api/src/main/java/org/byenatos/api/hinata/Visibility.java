package org.byenatos.api.hinata;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may see of a user's records. Every read carries one down to the store and the index, so that a check
 * forgotten above leaks nothing.
 *
 * @param appId the app that asks; {@code null} if the person asks, who sees everything of their own
 * @param own whether the app may see its own records
 * @param shared whether it may see other apps' shared and public records
 * @param restricted whether it may see other apps' restricted records
 */
public record Visibility(@Nullable String appId, boolean own, boolean shared, boolean restricted) {

    /** The person's own view: everything. */
    public static final Visibility EVERYTHING = new Visibility(null, true, true, true);

    /** Whether a record of an app with an access level may be seen. */
    public boolean permits(String recordAppId, Access access) {
        if (appId == null) {
            return true;
        }
        if (appId.equals(recordAppId)) {
            return own;
        }
        return switch (access) {
            case PRIVATE -> false;
            case SHARED, PUBLIC -> shared;
            case RESTRICTED -> restricted;
        };
    }

    /** Whether a stored record may be seen. */
    public boolean permits(StoredRecord stored) {
        return permits(stored.appId(), stored.record().access());
    }
}
