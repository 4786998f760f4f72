package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.byenatos.datafilesystem.index.IndexFixture.APP;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.search.SearchHit;

/**
 * What neighbours and threads give agrees with a naive computation from the records' own scores, however the records
 * came, moved and went, and in however many segments they lie.
 */
class ThreadModelTest {
    private static final String QUESTION = "walnut ferry";

    @Property(tries = 25)
    void neighboursAndThreadsAreThoseOfTheStorage(@ForAll long seed) {
        Random random = new Random(seed);
        try (IndexFixture index = new IndexFixture()) {
            for (int step = 0; step < 60; step++) {
                change(index, random, step);
                if (random.nextInt(6) == 0) {
                    index.search(QUESTION);
                }
            }
            check(index);
        }
    }

    private static void change(IndexFixture index, Random random, int step) {
        if (random.nextInt(6) == 0) {
            index.storage.delete(USER, new RecordRef(APP, "id" + random.nextInt(30)));
            return;
        }
        String words = random.nextInt(3) == 0 ? "walnut " : random.nextInt(3) == 0 ? "ferry walnut " : "";
        String end = random.nextInt(3) == 0 ? "?" : "";
        index.put(Notes.note("id" + random.nextInt(30), words + "word" + step + end)
                .in("thread" + random.nextInt(4))
                .at(Notes.START.plusSeconds(100L * random.nextInt(50) + step)));
    }

    private static void check(IndexFixture index) {
        Map<String, SearchHit> hits = new HashMap<>();
        index.search(QUESTION, 200)
                .forEach(hit -> hits.put(hit.record().record().id(), hit));
        Map<String, Double> neighbours = new HashMap<>();
        Map<String, Double> threads = new HashMap<>();
        Map<String, Double> answers = new HashMap<>();
        for (List<String> thread : threads(index)) {
            for (int i = 0; i < thread.size(); i++) {
                neighbours.put(thread.get(i), neighbours(hits, thread, i));
                answers.put(
                        thread.get(i), i > 0 && asks(index, thread.get(i - 1)) ? words(hits, thread.get(i - 1)) : 0);
                threads.put(
                        thread.get(i),
                        thread.stream().mapToDouble(id -> words(hits, id)).max().orElseThrow());
            }
        }
        double greatest = neighbours.values().stream().mapToDouble(v -> v).max().orElse(0);
        hits.forEach((id, hit) -> {
            double share = greatest == 0 ? 0 : 0.6 * neighbours.get(id) / greatest;
            assertThat(hit.explain().getOrDefault("neighbours", 0.0)).isCloseTo(share, within(1e-3));
            assertThat(hit.explain().getOrDefault("thread", 0.0)).isCloseTo(0.5 * threads.get(id), within(1e-3));
            assertThat(hit.explain().getOrDefault("answer", 0.0)).isCloseTo(0.4 * answers.get(id), within(1e-3));
        });
        assertThat(hits.keySet())
                .containsAll(threads.keySet().stream()
                        .filter(id -> threads.get(id) > 0)
                        .toList());
    }

    private static List<List<String>> threads(IndexFixture index) {
        Map<String, List<StoredRecord>> threads = new HashMap<>();
        index.storage.all(USER).forEach(record -> threads.computeIfAbsent(
                        record.record().threadOrDefault(), t -> new ArrayList<>())
                .add(record));
        return threads.values().stream()
                .map(records -> records.stream()
                        .sorted(Comparator.comparing(
                                (StoredRecord r) -> r.record().timestamp()))
                        .map(record -> record.record().id())
                        .toList())
                .toList();
    }

    private static double neighbours(Map<String, SearchHit> hits, List<String> thread, int i) {
        double sum = 0;
        for (int offset : new int[] {-2, -1, 1, 2}) {
            if (i + offset >= 0 && i + offset < thread.size()) {
                sum += words(hits, thread.get(i + offset)) * (Math.abs(offset) == 1 ? 0.5 : 0.25);
            }
        }
        return sum;
    }

    private static boolean asks(IndexFixture index, String id) {
        return index.storage.all(USER).stream()
                .anyMatch(record -> record.record().id().equals(id)
                        && record.record().text().endsWith("?"));
    }

    private static double words(Map<String, SearchHit> hits, String id) {
        SearchHit hit = hits.get(id);
        return hit == null ? 0 : hit.explain().getOrDefault("words", 0.0);
    }
}
