package org.byenatos.datafilesystem.index;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.vector.VectorHit;
import org.byenatos.api.vector.VectorSearch;

/**
 * A program that times searches by words, by vectors and by both beside plain Lucene in the same run, and compares the
 * nearest vectors with the exact ones. Its arguments are numbers of records; run it with the options of the distribution's
 * JVM, its provider of ciphers, and 32 MiB more of heap, for the vectors of the invented words.
 */
final class SearchBenchmark {
    private static final int WARM_UP = 200;
    private static final int QUESTIONS = 500;

    /** As the configuration has them. */
    private static final int CACHE_MIB = 8;

    private static final int BUFFER_MIB = 4;
    private static final PrintStream OUT = System.out;
    private static final VectorSearch TEN =
            new VectorSearch(IndexFixture.USER, 10, RecordFilter.NONE, Visibility.EVERYTHING);

    private final int records;
    private final BenchmarkTexts texts;

    private SearchBenchmark(int records) {
        this.records = records;
        this.texts = new BenchmarkTexts(records);
    }

    public static void main(String[] sizes) throws IOException {
        OUT.println(System.getProperty("java.version") + ", " + System.getProperty("java.vm.info"));
        for (String size : sizes) {
            new SearchBenchmark(Integer.parseInt(size)).run();
        }
        System.exit(0);
    }

    private void run() throws IOException {
        OUT.printf(Locale.ROOT, "%n%,d records%n", records);
        Times lucene = lucene();
        BenchmarkStorage storage = new BenchmarkStorage(texts, records);
        try (IndexFixture index = new IndexFixture()) {
            index.cacheMib = CACHE_MIB;
            index.bufferMib = BUFFER_MIB;
            long heap = heap();
            long direct = direct();
            index.reopen(storage);
            time("words: indexed, to the first answer", () -> index.ids(texts.question(0)));
            measure("words", i -> index.search(texts.question(i))).beside(lucene);
            index.embeddings.bind(texts);
            time("vectors: made and kept", () -> {
                while (index.engine.vectors().count(IndexFixture.USER) < records) {
                    index.engine.takeUp(IndexFixture.USER, records);
                }
            });
            measure("vectors", i -> index.engine.vectors().nearest(TEN, texts.vector(texts.question(i))))
                    .beside(lucene);
            measure("words and vectors", i -> index.search(texts.question(i))).beside(lucene);
            OUT.printf(Locale.ROOT, "%-36s %.4f%n", "vectors: recall of the exact ten", recall(index));
            memory("in the heap", heap() - heap);
            memory("outside of the heap", direct() - direct);
            index.clock.forward(Duration.ofSeconds(11));
            index.engine.keepUp();
            index.reopen(storage);
            time("restart: to the first answer", () -> index.ids(texts.question(1)));
            time(
                    "restart: to the first near records",
                    () -> index.engine.vectors().nearest(TEN, texts.vector("a")));
        }
    }

    private void memory(String where, long bytes) {
        OUT.printf(
                Locale.ROOT,
                "%-36s %.1f MiB, %.1f MiB per 100,000 records%n",
                "memory added " + where,
                bytes / 1048576.0,
                bytes / 1048576.0 * 100_000 / records);
    }

    private Times lucene() throws IOException {
        Path folder = IndexFixture.temporary();
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (int i = 0; i < records; i++) {
                Document document = new Document();
                document.add(new TextField("body", texts.record(i).highlight(), Field.Store.NO));
                writer.addDocument(document);
            }
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                return measure("plain Lucene, unencrypted, best ten", i -> plain(searcher, texts.question(i)));
            }
        } finally {
            IndexFixture.delete(folder);
        }
    }

    private static void plain(IndexSearcher searcher, String question) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : question.split(" ")) {
            any.add(new TermQuery(new Term("body", word)), BooleanClause.Occur.SHOULD);
        }
        try {
            searcher.search(any.build(), 10);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private double recall(IndexFixture index) {
        int judged = Math.max(5, 500_000 / records);
        double found = 0;
        for (int question = 0; question < judged; question++) {
            float[] asked = texts.vector(texts.question(question));
            Set<String> exact = texts.nearest(asked, 10);
            Set<String> near = new HashSet<>();
            for (VectorHit hit : index.engine.vectors().nearest(TEN, asked)) {
                near.add(hit.record().id());
            }
            near.retainAll(exact);
            found += near.size() / 10.0;
        }
        return found / judged;
    }

    private static void time(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        OUT.printf(Locale.ROOT, "%-36s %.1f ms%n", what, (System.nanoTime() - begin) / 1e6);
    }

    private static Times measure(String what, IntConsumer work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.accept(i);
        }
        long[] times = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long begin = System.nanoTime();
            work.accept(i);
            times[i] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        Times measured = new Times(times[QUESTIONS / 2] / 1e6, times[QUESTIONS * 99 / 100] / 1e6);
        OUT.printf(Locale.ROOT, "%-36s p50 %.2f ms, p99 %.2f ms%n", what, measured.p50(), measured.p99());
        return measured;
    }

    /** What half and 99 of 100 calls took at most, in milliseconds. */
    private record Times(double p50, double p99) {

        void beside(Times other) {
            OUT.printf(
                    Locale.ROOT,
                    "%-36s p50 %.1f, p99 %.1f times plain Lucene's%n",
                    "",
                    p50 / other.p50,
                    p99 / other.p99);
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
