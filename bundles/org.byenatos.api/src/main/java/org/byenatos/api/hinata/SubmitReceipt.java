package org.byenatos.api.hinata;

import java.util.List;

/**
 * The answer to a submission: everything counted here is durable.
 *
 * @param jobId the enrichment job
 * @param accepted how many were new
 * @param unchanged how many were there already with the same content
 * @param revised how many got a new revision
 * @param rejected the refused ones
 * @param enriched whether enrichment has ended
 */
public record SubmitReceipt(
        String jobId, int accepted, int unchanged, int revised, List<Rejected> rejected, boolean enriched) {

    public SubmitReceipt {
        rejected = List.copyOf(rejected);
    }
}
