package org.byenatos.personalizationmemory.invocation;

import org.byenatos.api.psp.PspComponent;
import org.jspecify.annotations.Nullable;

/** How many tokens the line of one component has, remembered for the way of writing that was asked for last. Thread-safe. */
final class LineCost {

    private volatile @Nullable Counted last;

    private record Counted(Form form, String encoding, int tokens) {}

    int of(PspComponent component, Form form, String encoding, TokenCosts costs) {
        Counted known = last;
        if (known == null || !known.encoding().equals(encoding) || !known.form().equals(form)) {
            known = new Counted(form, encoding, costs.line(form.line(component), encoding));
            last = known;
        }
        return known.tokens();
    }
}
