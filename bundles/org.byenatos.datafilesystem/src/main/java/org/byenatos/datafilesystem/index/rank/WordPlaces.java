package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.TermState;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where words stand in the segments of a snapshot, remembered for those that were asked for lately. Thread-safe. */
final class WordPlaces {

    /** Half a kilobyte each. */
    private static final int MOST = 2000;

    private final Map<String, @Nullable TermState[]> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, @Nullable TermState[]> eldest) {
            return size() > MOST;
        }
    };

    /** The word's place in each segment, {@code null} where it is not. */
    @Nullable
    TermState[] of(String word, LeafWords[] leaves) throws IOException {
        synchronized (known) {
            @Nullable TermState[] places = known.get(word);
            if (places != null) {
                return places;
            }
        }
        @Nullable TermState[] found = find(new BytesRef(word), leaves);
        synchronized (known) {
            known.put(word, found);
        }
        return found;
    }

    private static @Nullable TermState[] find(BytesRef word, LeafWords[] leaves) throws IOException {
        @Nullable TermState[] places = new TermState[leaves.length];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            places[leaf] = leaves[leaf].find(word);
        }
        return places;
    }
}
