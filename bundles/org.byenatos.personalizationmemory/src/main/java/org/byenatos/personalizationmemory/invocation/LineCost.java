package org.byenatos.personalizationmemory.invocation;

import org.byenatos.api.psp.PspComponent;
import org.jspecify.annotations.Nullable;

/** How many tokens the line of one component has, remembered for the way of writing that was asked for last. Thread-safe. */
final class LineCost {

    private volatile @Nullable Counted last;

    /** @param form compared by identity, as there is one of each kind */
    private record Counted(Form form, String encoding, int tokens) {}

    int of(PspComponent component, Form form, String encoding, TokenCosts costs) {
        Counted known = last;
        if (known == null || known.form() != form || !known.encoding().equals(encoding)) {
            known = new Counted(form, encoding, costs.line(form.line(component), encoding));
            last = known;
        }
        return known.tokens();
    }
}
