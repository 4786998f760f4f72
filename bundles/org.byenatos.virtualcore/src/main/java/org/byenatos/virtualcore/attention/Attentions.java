package org.byenatos.virtualcore.attention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.Scope;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.event.CoreEventListener;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;

/**
 * Adds to enrichments what the person's history tells: how much they attended to such things, and the cluster of like
 * records. {@link #complete} is for one thread at a time; events may come on any.
 */
public final class Attentions implements CoreEventListener {

    /** So many users' histories are held; another one's is read again when it is needed. */
    private static final int USERS = 4;

    private final Modules modules;
    private final AttentionSettings settings;
    private final AttentionFormula formula;
    private final Meanings meanings;
    private final ConcurrentMap<String, Past> pasts = new ConcurrentHashMap<>();

    /**
     * @param modules the storage, the model, and the grants
     * @param settings the formula's
     */
    public Attentions(Modules modules, AttentionSettings settings) {
        this.modules = modules;
        this.settings = settings;
        this.formula = new AttentionFormula(settings);
        this.meanings = new Meanings(modules.embedder());
    }

    /**
     * The enrichments with what history adds, in order.
     *
     * @param batch records of one user's job, in the order in which they were stored
     * @param made what local AI made of them
     */
    public List<Enrichment> complete(List<StoredRecord> batch, List<Enrichment> made) {
        String userId = batch.get(0).userId();
        Past past = past(userId);
        try {
            past.upTo(batch);
            return complete(past.history(), batch, made);
        } catch (RuntimeException cut) {
            pasts.remove(userId);
            throw cut;
        }
    }

    /** Of an erased user nothing is kept. */
    @Override
    public void on(CoreEvent event) {
        if (event instanceof CoreEvent.UserErased erased) {
            pasts.remove(erased.erased());
        }
    }

    private List<Enrichment> complete(History history, List<StoredRecord> batch, List<Enrichment> made) {
        List<@Nullable Meaning> meant = meanings.of(history.model(), batch);
        Map<String, Visibility> apps = new HashMap<>();
        List<Enrichment> completed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            StoredRecord stored = batch.get(i);
            Visibility app = apps.computeIfAbsent(stored.appId(), id -> visible(stored.userId(), id));
            Sight sight = Sight.of(stored, made.get(i), meant.get(i));
            Look look = new Look(settings, history, sight, app).around();
            String cluster = look.cluster();
            history.add(new Seen(sight, cluster));
            completed.add(made.get(i).with(formula.of(look.facts(), sight.letters()), cluster));
        }
        return completed;
    }

    /** Its own records in any case; of others what it is granted now. */
    private Visibility visible(String userId, String appId) {
        Set<Scope> scopes = modules.users()
                .call(users -> users.grant(userId, appId))
                .map(Grant::scopes)
                .orElse(Set.of());
        return new Visibility(
                appId, true, scopes.contains(Scope.HINATA_READ), scopes.contains(Scope.HINATA_READ_RESTRICTED));
    }

    /** Begins anew when there is another model; while there is none for a moment, what is there stays. */
    private Past past(String userId) {
        EmbeddingModel model = meanings.model().orElse(null);
        Past past = pasts.get(userId);
        if (past != null && (model == null || model.equals(past.history().model()))) {
            return past;
        }
        if (past == null && pasts.size() >= USERS) {
            pasts.remove(pasts.keySet().iterator().next());
        }
        History history = new History(model, settings.historyRecords(), floor());
        Past begun = new Past(userId, modules.storage(), meanings, settings, history);
        pasts.put(userId, begun);
        return begun;
    }

    private double floor() {
        return Math.min(settings.likeness().similar(), settings.likeness().cluster());
    }
}
