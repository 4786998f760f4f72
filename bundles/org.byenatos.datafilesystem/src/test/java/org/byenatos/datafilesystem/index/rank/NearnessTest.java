package org.byenatos.datafilesystem.index.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;

class NearnessTest {

    private static final float[] SHARES = {0.61f, 0.37f, 0.22f, 0.14f, 0.08f, 0.05f};

    @Property(tries = 60)
    void whatLiesAroundInTheThreadCountsToo(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Integer> threads = new ArrayList<>();
        while (threads.size() < 40) {
            int length = 1 + random.nextInt(16);
            int thread = threads.size();
            for (int i = 0; i < length; i++) {
                threads.add(thread);
            }
        }
        float[] alone = new float[threads.size()];
        int[] near = random.ints(0, alone.length)
                .distinct()
                .limit(random.nextInt(25))
                .toArray();
        float[] values = new float[near.length];
        for (int i = 0; i < near.length; i++) {
            values[i] = random.nextFloat() * 4;
            alone[near[i]] = values[i];
        }
        Nearness together = Nearness.of(near, values).overNeighbours(order(threads));
        float[] sums = new float[alone.length];
        together.addTo(sums, 2);
        for (int rank = 0; rank < alone.length; rank++) {
            float expected = together(alone, threads, rank);
            assertThat(together.at(rank)).isCloseTo(expected, within(1e-5f));
            assertThat(sums[rank]).isCloseTo(2 * expected, within(1e-5f));
        }
    }

    private static float together(float[] alone, List<Integer> threads, int rank) {
        float lent = 0;
        float squares = 1;
        int reach = SHARES.length;
        for (int other = Math.max(0, rank - reach); other <= Math.min(alone.length - 1, rank + reach); other++) {
            if (other != rank && threads.get(other).equals(threads.get(rank))) {
                float share = SHARES[Math.abs(other - rank) - 1];
                lent += share * alone[other];
                squares += share * share;
            }
        }
        return (alone[rank] + lent) / (float) Math.sqrt(squares);
    }

    private static ThreadOrder order(List<Integer> threads) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setIndexSort(new Sort(
                        new SortField(Fields.THREAD_NUMBER, SortField.Type.LONG),
                        new SortField(Fields.TIME, SortField.Type.LONG)));
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(folder, config)) {
            for (int i = 0; i < threads.size(); i++) {
                Document document = new Document();
                document.add(new NumericDocValuesField(Fields.THREAD_NUMBER, threads.get(i)));
                document.add(new NumericDocValuesField(Fields.TIME, i));
                writer.addDocument(document);
            }
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                return ThreadOrder.of(reader.leaves(), reader.maxDoc(), reader.numDocs());
            }
        }
    }
}
