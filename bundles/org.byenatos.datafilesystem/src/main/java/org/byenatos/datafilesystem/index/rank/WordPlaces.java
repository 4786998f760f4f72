package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.TermState;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where words stand in the segments of a snapshot, remembered for those that were asked for last. Thread-safe. */
final class WordPlaces {

    private static final int MOST = 1000;

    private final Map<String, @Nullable TermState[]> known = new ConcurrentHashMap<>();

    /** The word's place in each segment, {@code null} where it is not. */
    @Nullable
    TermState[] of(String word, LeafWords[] leaves) throws IOException {
        @Nullable TermState[] places = known.get(word);
        if (places == null) {
            places = find(new BytesRef(word), leaves);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(word, places);
        }
        return places;
    }

    private static @Nullable TermState[] find(BytesRef word, LeafWords[] leaves) throws IOException {
        @Nullable TermState[] places = new TermState[leaves.length];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            places[leaf] = leaves[leaf].find(word);
        }
        return places;
    }
}
