package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.search.SearchHit;

/**
 * Whatever is stored, revised, deleted and asked for in whatever order, with restarts between: a search finds every
 * record that has the word, may be seen and is wanted, and none that may not be seen or is not wanted.
 */
class IndexModelTest {
    private static final List<String> WORDS = List.of("walnut", "ferry", "violin", "小米", "咖啡");
    private static final List<String> APPS = List.of("chat", "web", "notes");
    private static final List<String> AUTHORS = List.of("Ada", "Bea");

    @Property(tries = 40)
    void agreesWithANaiveModel(@ForAll long seed, @ForAll @IntRange(min = 20, max = 80) int steps) {
        Random random = new Random(seed);
        try (IndexFixture index = new IndexFixture()) {
            for (int step = 0; step < steps; step++) {
                switch (random.nextInt(10)) {
                    case 0 -> index.storage.delete(USER, new RecordRef(one(APPS, random), id(random)));
                    case 1, 2, 3 -> check(index, random);
                    case 4 -> maybeRestart(index, random);
                    default ->
                        index.storage.put(
                                USER, one(APPS, random), record(random, step).record());
                }
            }
            check(index, random);
        }
    }

    private static void maybeRestart(IndexFixture index, Random random) {
        if (random.nextBoolean()) {
            index.restart();
        }
    }

    private static void check(IndexFixture index, Random random) {
        String word = one(WORDS, random);
        Visibility visibility = visibility(random);
        RecordFilter filter = filter(random);
        List<SearchHit> hits = index.engine.search(IndexFixture.request(word, 200, filter, visibility));
        Set<RecordRef> found = new HashSet<>();
        hits.forEach(hit -> found.add(hit.record().ref()));
        assertThat(found).hasSameSizeAs(hits);
        assertThat(hits).allMatch(hit -> visibility.permits(hit.record()) && filter.matches(hit.record()));
        assertThat(hits).extracting(SearchHit::record).isSubsetOf(index.storage.all(USER));
        List<RecordRef> wanted = index.storage.all(USER).stream()
                .filter(record -> record.record().text().contains(word))
                .filter(record -> visibility.permits(record) && filter.matches(record))
                .map(StoredRecord::ref)
                .toList();
        assertThat(found).containsAll(wanted);
    }

    /** No two have the same text, so that none is folded. */
    private static Notes record(Random random, int step) {
        return Notes.note(id(random), one(WORDS, random) + " " + one(WORDS, random) + " number " + step)
                .of(one(List.of(Access.values()), random))
                .by(random.nextBoolean() ? one(AUTHORS, random) : null)
                .in(random.nextBoolean() ? "thread" + random.nextInt(3) : null)
                .from(random.nextBoolean() ? "kindle" : "browser")
                .tagged(random.nextBoolean() ? new String[] {"t" + random.nextInt(3)} : new String[0])
                .at(time(random));
    }

    private static Visibility visibility(Random random) {
        return random.nextInt(4) == 0
                ? Visibility.EVERYTHING
                : new Visibility(one(APPS, random), random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
    }

    private static RecordFilter filter(Random random) {
        return new RecordFilter(
                random.nextInt(4) == 0 ? "kindle" : null,
                random.nextInt(4) == 0 ? "t1" : null,
                random.nextInt(4) == 0 ? "thread1" : null,
                random.nextInt(4) == 0 ? one(AUTHORS, random) : null,
                random.nextInt(4) == 0 ? one(APPS, random) : null,
                random.nextInt(4) == 0 ? one(List.of(Access.values()), random) : null,
                random.nextInt(4) == 0 ? time(random) : null,
                random.nextInt(4) == 0 ? time(random) : null);
    }

    private static Instant time(Random random) {
        return Notes.START.plusSeconds(3600L * random.nextInt(24));
    }

    private static String id(Random random) {
        return "id" + random.nextInt(25);
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
