package org.byenatos.virtualcore.gateway;

import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;

/** Checks what every request with a token budget has in common. */
final class Budgets {

    private Budgets() {}

    static Checks check(Modules modules, int tokens, String encoding, @Nullable String question) {
        Checks checks = new Checks()
                .range("/token_budget", tokens, PspRequest.MIN_BUDGET, PspRequest.MAX_BUDGET)
                .oneOf("/encoding", encoding, modules.tokens().call(TokenCounter::encodings));
        return question == null ? checks : checks.text("/question", question, Retrieval.MAX_QUESTION);
    }
}
