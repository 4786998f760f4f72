package org.byenatos.virtualcore.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.runtime.ServiceSlot;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one user's history true: reads what was stored before it was begun, a window of time at once and each window
 * once, and takes out what is deleted. For one thread.
 */
final class Past {

    private static final int PAGE = 256;

    private final String userId;
    private final ServiceSlot<HinataStorage> storage;
    private final Meanings meanings;
    private final AttentionSettings settings;
    private final History history;
    private final Set<Long> read = new HashSet<>();
    private boolean nothingBefore;
    private long followed = -1;

    /** @param history what is kept true */
    Past(
            String userId,
            ServiceSlot<HinataStorage> storage,
            Meanings meanings,
            AttentionSettings settings,
            History history) {
        this.userId = userId;
        this.storage = storage;
        this.meanings = meanings;
        this.settings = settings;
        this.history = history;
    }

    History history() {
        return history;
    }

    /** Readies the history for these records, which are those of a job, in the order in which they were stored. */
    void upTo(List<StoredRecord> batch) {
        long first = batch.get(0).seq();
        if (followed < 0) {
            List<Change> oldest = storage.call(store -> store.changesAfter(userId, 0, 1));
            nothingBefore = oldest.isEmpty() || oldest.get(0).seq() >= first;
            followed = first - 1;
        }
        forgetDeleted(first);
        if (!nothingBefore) {
            windows(batch).forEach(window -> {
                if (read.add(window)) {
                    read(window);
                }
            });
        }
        followed = Math.max(followed, batch.get(batch.size() - 1).seq());
    }

    /** Between the jobs' records lie deletions alone; so one look tells nearly always that there was none. */
    private void forgetDeleted(long before) {
        int wanted = 1;
        while (followed < before - 1) {
            List<Change> changes = changes(wanted);
            for (Change change : changes) {
                if (change.seq() < before && change.record() == null) {
                    history.remove(change.ref());
                }
            }
            followed = changes.isEmpty() ? before - 1 : Math.min(before - 1, last(changes));
            wanted = PAGE;
        }
    }

    private List<Change> changes(int limit) {
        return storage.call(store -> store.changesAfter(userId, followed, limit));
    }

    private static long last(List<Change> changes) {
        return changes.get(changes.size() - 1).seq();
    }

    private LongStream windows(List<StoredRecord> batch) {
        return batch.stream()
                .map(stored -> stored.record().timestamp())
                .flatMapToLong(at -> LongStream.of(window(at), window(at.minus(settings.window()))))
                .distinct();
    }

    private long window(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), settings.window().toSeconds());
    }

    private void read(long window) {
        Duration length = settings.window();
        Instant since = Instant.ofEpochSecond(window * length.toSeconds());
        RecordFilter filter = new RecordFilter(null, null, null, null, null, null, since, since.plus(length));
        List<StoredRecord> found = new ArrayList<>();
        @Nullable String cursor = null;
        int looked = 0;
        do {
            PageRequest request = new PageRequest(PAGE, cursor);
            Page<StoredRecord> page = storage.call(store -> store.list(userId, Visibility.EVERYTHING, filter, request));
            page.items().stream().filter(this::isNew).forEach(found::add);
            looked += page.items().size();
            cursor = page.nextCursor();
        } while (cursor != null && looked < settings.historyRecords());
        found.sort(Comparator.comparingLong(StoredRecord::seq));
        for (int from = 0; from < found.size(); from += PAGE) {
            remember(found.subList(from, Math.min(found.size(), from + PAGE)));
        }
    }

    /** What is not enriched yet comes with its job. */
    private boolean isNew(StoredRecord stored) {
        return stored.enrichment() != null && !history.holds(stored.ref());
    }

    private void remember(List<StoredRecord> records) {
        List<@Nullable Meaning> meant = meanings.of(history.model(), records);
        for (int i = 0; i < records.size(); i++) {
            Enrichment enrichment = records.get(i).enrichment();
            if (enrichment != null) {
                history.add(new Seen(Sight.of(records.get(i), enrichment, meant.get(i)), enrichment.clusterId()));
            }
        }
    }
}
