package org.byenatos.api.psp;

/**
 * What an app wants to add to a prompt: the person and the records that matter.
 *
 * @param question what the person asked
 * @param tokenBudget most tokens of both parts together, 50..100000
 * @param encoding how to count tokens
 * @param limit most records, 1..200
 */
public record EnhancementRequest(String question, int tokenBudget, String encoding, int limit) {

    /** The question stays out of logs. */
    @Override
    public String toString() {
        return "EnhancementRequest[" + tokenBudget + " tokens]";
    }
}
