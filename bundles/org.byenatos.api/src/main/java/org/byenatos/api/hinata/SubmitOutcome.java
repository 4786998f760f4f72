package org.byenatos.api.hinata;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param accepted ids that were new
 * @param revised ids whose content changed
 * @param unchanged ids that were there already with the same content
 */
public record SubmitOutcome(List<String> accepted, List<String> revised, List<String> unchanged) {

    public SubmitOutcome {
        accepted = List.copyOf(accepted);
        revised = List.copyOf(revised);
        unchanged = List.copyOf(unchanged);
    }
}
