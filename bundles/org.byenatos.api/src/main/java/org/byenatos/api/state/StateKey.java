package org.byenatos.api.state;

import org.jspecify.annotations.Nullable;

/**
 * Names a document.
 *
 * @param collection what kind of document: {@code app}, {@code grant}, …; lower case
 * @param userId whose it is; such a document is sealed under the user's key and goes with the user. {@code null} if it
 *     is nobody's
 * @param id its name within the collection and user, up to 300 characters
 */
public record StateKey(String collection, @Nullable String userId, String id) {

    /** A document that belongs to no user. */
    public static StateKey of(String collection, String id) {
        return new StateKey(collection, null, id);
    }
}
