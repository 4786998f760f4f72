package org.byenatos.personalizationmemory.invocation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.runtime.ServiceSlot;

/** Counts tokens, each text once as long as it is remembered. Thread-safe. */
public final class TokenCosts {

    private static final int LONGEST_KEPT = 1_000;

    private final ServiceSlot<TokenCounter> counter;
    private final Map<Object, Integer> counts;

    /**
     * @param counter what counts
     * @param capacity how many counts are remembered
     */
    public TokenCosts(ServiceSlot<TokenCounter> counter, int capacity) {
        this.counter = counter;
        this.counts = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Integer> eldest) {
                return size() > capacity;
            }
        };
    }

    private record LineKey(String encoding, String text) {}

    private record RecordKey(
            String encoding, String userId, String appId, String id, int revision, long seq, int length) {}

    /** How many tokens a text has that will hardly be asked for again. */
    int exact(String text, String encoding) {
        return text.isEmpty() ? 0 : counter.call(counter -> counter.count(text, encoding));
    }

    /** How many tokens a line has that comes back in later requests. */
    int line(String text, String encoding) {
        return text.length() > LONGEST_KEPT
                ? exact(text, encoding)
                : remembered(new LineKey(encoding, text), () -> exact(text, encoding));
    }

    /** How many tokens the text has that was made of a record. */
    int record(StoredRecord stored, String text, String encoding) {
        RecordKey key = new RecordKey(
                encoding,
                stored.userId(),
                stored.appId(),
                stored.record().id(),
                stored.revision(),
                stored.seq(),
                text.length());
        return remembered(key, () -> exact(text, encoding));
    }

    private int remembered(Object key, IntSupplier count) {
        synchronized (counts) {
            Integer known = counts.get(key);
            if (known != null) {
                return known;
            }
        }
        int counted = count.getAsInt();
        synchronized (counts) {
            counts.put(key, counted);
        }
        return counted;
    }
}
