package org.byenatos.virtualcore.attention;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.byenatos.api.hinata.Enrichment;

/** What a record is about, in words: hashes of its tags and key concepts, which is all that comparing takes. Immutable. */
final class Concepts {

    private final int[] hashes;

    private Concepts(int[] hashes) {
        this.hashes = hashes;
    }

    static Concepts of(List<String> tags, Enrichment enrichment) {
        return new Concepts(Stream.of(tags, enrichment.enhancedTags(), enrichment.keyConcepts())
                .flatMap(Collection::stream)
                .mapToInt(word -> word.toLowerCase(Locale.ROOT).hashCode())
                .sorted()
                .distinct()
                .toArray());
    }

    int shared(Concepts other) {
        return (int) Arrays.stream(hashes)
                .filter(hash -> Arrays.binarySearch(other.hashes, hash) >= 0)
                .count();
    }
}
