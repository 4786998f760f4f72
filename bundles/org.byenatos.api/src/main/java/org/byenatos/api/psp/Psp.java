package org.byenatos.api.psp;

import java.time.Instant;
import java.util.List;

/**
 * A personal system prompt, cut to a token budget.
 *
 * @param invocationId names this hand-out, so that feedback can refer to it
 * @param text what to put into a prompt, at most as many tokens as asked for
 * @param tokens how many tokens the text has
 * @param components the statements in the text, in its order; those of layer {@link Layer#CONTEXT} and
 *     {@link Layer#BUFFER} are quotations of records made for this request
 * @param generatedAt when
 */
public record Psp(String invocationId, String text, int tokens, List<PspComponent> components, Instant generatedAt) {

    public Psp {
        components = List.copyOf(components);
    }

    @Override
    public String toString() {
        return "Psp[" + invocationId + ", " + tokens + " tokens]";
    }
}
