package org.byenatos.api.search;

import java.util.Map;
import org.byenatos.api.hinata.StoredRecord;

/**
 * A record that a question needs.
 *
 * @param record the record
 * @param score how well it fits, 0..1
 * @param explain what each part of the search gave, by the part's name; empty unless asked for
 */
public record SearchHit(StoredRecord record, double score, Map<String, Double> explain) {

    public SearchHit {
        explain = Map.copyOf(explain);
    }
}
