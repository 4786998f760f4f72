package org.byenatos.api.psp;

import java.util.List;
import org.byenatos.api.search.SearchHit;

/**
 * Both parts of an enhanced prompt.
 *
 * @param invocationId names this hand-out
 * @param personalizedPrompt the PSP part
 * @param knowledge the records that matter, best first, as many as fit
 * @param tokens how many tokens both parts have, at most as many as asked for
 */
public record Enhancement(String invocationId, String personalizedPrompt, List<SearchHit> knowledge, int tokens) {

    public Enhancement {
        knowledge = List.copyOf(knowledge);
    }
}
