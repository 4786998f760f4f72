package org.byenatos.virtualcore.gateway;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.PersonalizationQuery;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;

/** Finds what a question needs, within what the caller may see. */
final class Retrieval {

    static final int MAX_QUESTION = 10_000;
    static final int MAX_HITS = 200;
    /** How many hits a PSP chooses from. */
    static final int PSP_HITS = 20;
    /** How many of the newest records a PSP looks at. */
    static final int RECENT = 20;

    private final Modules modules;

    Retrieval(Modules modules) {
        this.modules = modules;
    }

    List<SearchHit> hits(DataAccess access, PersonalizationQuery query) {
        SearchRequest request = new SearchRequest(
                access.userId(),
                query.question(),
                activity(access),
                query.limit(),
                query.filter(),
                access.records(),
                query.minScore(),
                query.explain());
        List<SearchHit> hits = modules.index().call(index -> index.search(request));
        Integer budget = query.tokenBudget();
        return budget == null ? hits : within(hits, budget);
    }

    List<SearchHit> hits(DataAccess access, @Nullable String question, int limit) {
        if (question == null || !access.readsRecords()) {
            return List.of();
        }
        return hits(access, new PersonalizationQuery(question, limit, null, RecordFilter.NONE, 0, false));
    }

    /** What the asking app is doing now, in words. */
    String activity(DataAccess access) {
        String sessionId = access.sessionId();
        return sessionId == null ? "" : modules.sessions().call(sessions -> sessions.activity(sessionId));
    }

    List<StoredRecord> recent(DataAccess access) {
        if (!access.readsRecords()) {
            return List.of();
        }
        return modules.storage()
                .call(storage -> storage.list(
                        access.userId(), access.records(), RecordFilter.NONE, new PageRequest(RECENT, null)))
                .items();
    }

    private List<SearchHit> within(List<SearchHit> hits, int budget) {
        List<SearchHit> fitting = new ArrayList<>();
        int left = budget;
        for (SearchHit hit : hits) {
            String text = hit.record().record().text();
            int tokens = modules.tokens().call(counter -> counter.count(text, TokenCounter.DEFAULT_ENCODING));
            if (tokens <= left) {
                fitting.add(hit);
                left -= tokens;
            }
        }
        return fitting;
    }
}
