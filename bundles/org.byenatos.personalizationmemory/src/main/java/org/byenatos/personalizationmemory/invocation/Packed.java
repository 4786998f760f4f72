package org.byenatos.personalizationmemory.invocation;

import java.util.List;
import org.byenatos.api.psp.PspComponent;

/**
 * A text that fits.
 *
 * @param text the text
 * @param tokens how many tokens it has
 * @param components what it says, in its order
 */
record Packed(String text, int tokens, List<PspComponent> components) {

    @Override
    public String toString() {
        return "Packed[" + tokens + " tokens]";
    }
}
