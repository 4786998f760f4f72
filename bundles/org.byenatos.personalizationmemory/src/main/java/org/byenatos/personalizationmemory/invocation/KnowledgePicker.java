package org.byenatos.personalizationmemory.invocation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.search.SearchHit;

/** Takes the records that fit into a budget, best first; what does not fit makes way for the next that does. */
final class KnowledgePicker {

    /** No header of a record has fewer tokens. */
    private static final int LEAST = 6;

    /** No text of that many characters a token is worth counting. */
    private static final int DENSEST = 8;

    private final Form form;
    private final TokenCosts costs;
    private final String encoding;
    private final List<SearchHit> hits;
    private final int limit;
    private final BitSet taken = new BitSet();
    private final List<Candidate> warnings = new ArrayList<>();
    private int tokens;
    private int reserved;

    KnowledgePicker(Form form, TokenCosts costs, String encoding, List<SearchHit> hits, int limit) {
        this.form = form;
        this.costs = costs;
        this.encoding = encoding;
        this.hits = hits;
        this.limit = limit;
    }

    /** Takes more as long as all that was taken stays within a budget. */
    void pick(int budget) {
        for (int i = 0; i < hits.size() && budget - tokens - reserved >= LEAST && taken.cardinality() < limit; i++) {
            if (!taken.get(i)) {
                take(i, budget - tokens - reserved);
            }
        }
    }

    private void take(int index, int left) {
        StoredRecord stored = hits.get(index).record();
        String text = KnowledgeText.of(stored.record());
        if (text.length() > left * DENSEST) {
            return;
        }
        int cost = costs.record(stored, text, encoding);
        if (cost <= left) {
            Candidate warning = Warning.of(stored);
            int extra = warning == null ? 0 : warningCost(warning);
            if (cost + extra <= left) {
                taken.set(index);
                tokens += cost;
                reserved += extra;
                Optional.ofNullable(warning).ifPresent(warnings::add);
            }
        }
    }

    /** What a warning needs of the prompt's text, its frame included the first time. */
    private int warningCost(Candidate warning) {
        String text = warnings.isEmpty() ? form.write(List.of(warning.component())) : form.line(warning.component());
        return costs.line(text, encoding) + 1;
    }

    /** What the prompt must say of the records that were taken. */
    List<Candidate> warnings() {
        return List.copyOf(warnings);
    }

    /** How many tokens are kept for the warnings. */
    int reserved() {
        return reserved;
    }

    /** What was taken, best first. */
    List<SearchHit> picked() {
        List<SearchHit> picked = new ArrayList<>();
        taken.stream().forEach(index -> picked.add(hits.get(index)));
        return picked;
    }

    /** How many tokens it has. */
    int tokens() {
        return tokens;
    }
}
