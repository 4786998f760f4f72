package org.byenatos.api.psp;

import org.jspecify.annotations.Nullable;

/**
 * What a version changed of a component.
 *
 * @param version which version
 * @param kind {@code create}, {@code update}, {@code strengthen}, {@code weaken} or {@code archive}
 * @param before the component before it, {@code null} if it was not there
 */
public record PspChange(long version, String kind, @Nullable PspComponent before) {

    /** Names the change, never what was there. */
    @Override
    public String toString() {
        return "PspChange[" + version + ", " + kind + "]";
    }
}
