package org.byenatos.datafilesystem.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.byenatos.datafilesystem.index.rank.Weights;

/**
 * How the search index works.
 *
 * @param folder where the indexes lie
 * @param maxOpen how many users' indexes stay open
 * @param cacheMib how much of them is held in memory, decrypted
 * @param bufferMib how much one index gathers in memory before it is written
 * @param commitAfter how long changes may wait for a commit
 * @param closeAfter how long an index stays open that nobody uses
 * @param weights of the parts of a score
 */
record IndexSettings(
        Path folder,
        int maxOpen,
        int cacheMib,
        int bufferMib,
        Duration commitAfter,
        Duration closeAfter,
        Weights weights) {

    /** The name of the configuration. */
    static final String PID = "org.byenatos.datafilesystem.index";

    private static final Set<String> KNOWN = Set.of(
            "max.open",
            "cache.mib",
            "buffer.mib",
            "commit.seconds",
            "idle.seconds",
            "weight.neighbours",
            "weight.thread",
            "weight.author",
            "weight.date",
            "weight.related",
            "weight.parts",
            "weight.meaning",
            "weight.answer",
            "weight.kind",
            "weight.asking");
    private static final String NOT_OURS = "(service|component|felix|osgi)\\..*|[.:].*";

    /** The settings of a configuration; fails on values out of range and on names that nobody knows. */
    static IndexSettings of(Path folder, IndexConfiguration configuration, Set<String> keys) {
        for (String key : keys) {
            if (!KNOWN.contains(key) && !key.matches(NOT_OURS)) {
                throw new IllegalArgumentException(
                        "Configuration " + PID + " has no setting " + key + "; it has " + KNOWN);
            }
        }
        return new IndexSettings(
                folder,
                within("max.open", configuration.max_open(), 10_000),
                within("cache.mib", configuration.cache_mib(), 1024),
                within("buffer.mib", configuration.buffer_mib(), 1024),
                Duration.ofSeconds(within("commit.seconds", configuration.commit_seconds(), 3600)),
                Duration.ofSeconds(within("idle.seconds", configuration.idle_seconds(), 86_400)),
                weights(configuration));
    }

    private static Weights weights(IndexConfiguration configuration) {
        return new Weights(
                weight("weight.neighbours", configuration.weight_neighbours(), 10),
                weight("weight.thread", configuration.weight_thread(), 10),
                weight("weight.author", configuration.weight_author(), 10),
                weight("weight.date", configuration.weight_date(), 10),
                weight("weight.related", configuration.weight_related(), 10),
                weight("weight.parts", configuration.weight_parts(), 1),
                weight("weight.meaning", configuration.weight_meaning(), 10),
                weight("weight.answer", configuration.weight_answer(), 10),
                weight("weight.kind", configuration.weight_kind(), 10),
                weight("weight.asking", configuration.weight_asking(), 1));
    }

    private static float weight(String key, float value, float most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(PID + ": " + key + " must be 0.." + most);
        }
        return value;
    }

    private static int within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(PID + ": " + key + " must be 1.." + most);
        }
        return value;
    }
}
