package org.byenatos.virtualcore.attention;

import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.Visibility;

/**
 * Which records may count for one: those that everybody who may read that one, and so its numbers, may read too. So no
 * number tells of a record that its reader may not know of, and neither does the name of a cluster, as the rule is
 * transitive.
 */
final class Readers {

    private Readers() {}

    /**
     * Whether a record counts.
     *
     * @param app what the app of the record it would count for may see
     * @param access the access level of the record it would count for
     * @param ref the record
     * @param its its access level
     */
    static boolean count(Visibility app, Access access, RecordRef ref, Access its) {
        boolean open =
                switch (access) {
                    case PRIVATE -> true;
                    case RESTRICTED -> its == Access.RESTRICTED;
                    case SHARED -> its == Access.SHARED || its == Access.PUBLIC;
                    case PUBLIC -> its == Access.PUBLIC;
                };
        return open && app.permits(ref.appId(), its);
    }
}
