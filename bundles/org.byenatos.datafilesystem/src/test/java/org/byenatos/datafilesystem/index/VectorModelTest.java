package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.vector.VectorHit;
import org.byenatos.api.vector.VectorSearch;

/**
 * Whatever is stored, revised, deleted and asked for in whatever order, with restarts and changes of the model between:
 * the nearest vectors are those that comparing with every record finds.
 */
class VectorModelTest {
    private static final List<String> WORDS = List.of("walnut", "ferry", "violin", "harbour", "小米手机", "咖啡因", "kayak");
    private static final List<String> APPS = List.of("chat", "web");
    private static final double NEARLY = 0.03;

    @Property(tries = 40)
    void agreesWithANaiveModel(@ForAll long seed, @ForAll @IntRange(min = 20, max = 120) int steps) {
        Random random = new Random(seed);
        HashEmbedder embedder = new HashEmbedder(64);
        try (IndexFixture index = new IndexFixture()) {
            index.embeddings.bind(embedder);
            for (int step = 0; step < steps; step++) {
                switch (random.nextInt(14)) {
                    case 0, 1 -> index.storage.delete(USER, new RecordRef(one(APPS, random), id(random)));
                    case 2, 3 -> check(index, embedder, random);
                    case 4 -> index.restart();
                    case 5 -> index.engine.keepUp();
                    case 6 -> embedder.use(random.nextBoolean() ? "a" : "b");
                    default ->
                        index.storage.put(USER, one(APPS, random), note(random).record());
                }
            }
            check(index, embedder, random);
        }
    }

    private static void check(IndexFixture index, HashEmbedder embedder, Random random) {
        index.engine.takeUp(USER, index.storage.lastSeq(USER));
        Visibility visibility = random.nextBoolean()
                ? Visibility.EVERYTHING
                : new Visibility(one(APPS, random), random.nextBoolean(), random.nextBoolean(), false);
        RecordFilter filter =
                new RecordFilter(random.nextInt(3) == 0 ? "kindle" : null, null, null, null, null, null, null, null);
        VectorSearch search = new VectorSearch(USER, 1 + random.nextInt(8), filter, visibility);
        float[] vector = embedder.vector(embedder.current().orElseThrow(), text(random));
        List<VectorHit> hits = index.engine.vectors().nearest(search, vector);
        List<VectorHit> wanted = index.storage.all(USER).stream()
                .filter(record -> visibility.permits(record) && filter.matches(record))
                .map(record -> new VectorHit(record.ref(), cosine(embedder, record, vector)))
                .sorted(Comparator.comparingDouble(VectorHit::similarity).reversed())
                .toList();
        assertThat(hits).hasSize(Math.min(search.limit(), wanted.size()));
        assertThat(new HashSet<>(hits)).hasSameSizeAs(hits);
        for (int i = 0; i < hits.size(); i++) {
            VectorHit hit = hits.get(i);
            assertThat(hit.similarity()).isCloseTo(wanted.get(i).similarity(), within(NEARLY));
            assertThat(wanted)
                    .filteredOn(other -> other.record().equals(hit.record()))
                    .singleElement()
                    .satisfies(other -> assertThat(other.similarity()).isCloseTo(hit.similarity(), within(NEARLY)));
        }
    }

    private static double cosine(HashEmbedder embedder, StoredRecord record, float[] vector) {
        float[] own = embedder.vector(
                embedder.current().orElseThrow(), record.record().text());
        double sum = 0;
        for (int i = 0; i < own.length; i++) {
            sum += (double) own[i] * vector[i];
        }
        return sum;
    }

    private static Notes note(Random random) {
        return Notes.note(id(random), text(random))
                .of(one(List.of(Access.values()), random))
                .from(random.nextBoolean() ? "kindle" : "browser");
    }

    private static String text(Random random) {
        return one(WORDS, random) + " " + one(WORDS, random) + " " + one(WORDS, random);
    }

    private static String id(Random random) {
        return "id" + random.nextInt(25);
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
