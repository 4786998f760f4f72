package org.byenatos.api.app;

/**
 * A user just made.
 *
 * @param user the user
 * @param token their token, shown this once
 */
public record NewUser(User user, String token) {

    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "NewUser[" + user.userId() + "]";
    }
}
