package org.byenatos.applifecycle.state;

import org.byenatos.api.app.User;
import org.jspecify.annotations.Nullable;

/**
 * A user as they are kept.
 *
 * @param user the user
 * @param tokenHash the hash of their token, {@code null} for the owner, whose token is no user's
 */
public record UserEntry(User user, @Nullable String tokenHash) {

    @Override
    public String toString() {
        return "UserEntry[" + user.userId() + "]";
    }
}
