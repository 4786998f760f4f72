package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.byenatos.datafilesystem.index.text.TextMarks;
import org.jspecify.annotations.Nullable;

/**
 * The records of a snapshot in the order of threads and, within a thread, of time: a record's neighbours are those
 * before and after it. A record's place in this order is its rank. Segments are sorted so on disk and only merged
 * here, in one pass. Immutable.
 */
final class ThreadOrder {

    private final int[] documents;
    private final int[] ranks;
    private final byte[] lengths;
    private final byte[] marks;
    private final FixedBitSet firsts;
    private final int size;

    private ThreadOrder(int maxDoc, int live) {
        documents = new int[live];
        ranks = new int[maxDoc];
        lengths = new byte[live];
        marks = new byte[live];
        firsts = new FixedBitSet(Math.max(1, live + 1));
        size = live;
    }

    /** Merges the segments of an index. */
    static ThreadOrder of(List<LeafReaderContext> leaves, int maxDoc, int live) throws IOException {
        ThreadOrder order = new ThreadOrder(maxDoc, live);
        java.util.Arrays.fill(order.ranks, -1);
        PriorityQueue<Cursor> cursors = new PriorityQueue<>(Math.max(1, leaves.size()), Cursor.ORDER);
        for (LeafReaderContext leaf : leaves) {
            Cursor cursor = new Cursor(leaf);
            if (cursor.next()) {
                cursors.add(cursor);
            }
        }
        order.merge(cursors);
        return order;
    }

    /** How many records there are. */
    int size() {
        return size;
    }

    /** The document at a rank. */
    int document(int rank) {
        return documents[rank];
    }

    /** The rank of a document, negative if it was deleted. */
    int rank(int document) {
        return ranks[document];
    }

    /** The byte that stands for the length of the record at a rank. */
    int length(int rank) {
        return lengths[rank] & 0xFF;
    }

    /** What the text of the record at a rank does, as {@link TextMarks} says it. */
    byte marks(int rank) {
        return marks[rank];
    }

    /** The first rank of a record's thread. */
    int threadStart(int rank) {
        return firsts.prevSetBit(rank);
    }

    /** The rank after the last of the thread that a rank is in. */
    int threadEnd(int rank) {
        int next = rank + 1 >= size ? size : firsts.nextSetBit(rank + 1);
        return Math.min(next, size);
    }

    private void merge(PriorityQueue<Cursor> cursors) throws IOException {
        int rank = 0;
        long thread = 0;
        Cursor least = cursors.poll();
        while (least != null) {
            if (rank == 0 || least.thread != thread) {
                firsts.set(rank);
                thread = least.thread;
            }
            documents[rank] = least.base + least.document;
            ranks[least.base + least.document] = rank;
            lengths[rank] = least.length;
            marks[rank] = least.marks;
            rank++;
            boolean more = least.next();
            Cursor other = cursors.peek();
            if (more && (other == null || Cursor.ORDER.compare(least, other) <= 0)) {
                continue;
            }
            if (more) {
                cursors.add(least);
            }
            least = cursors.poll();
        }
    }

    /** Walks over the records of a segment that are not deleted. */
    private static final class Cursor {

        static final Comparator<Cursor> ORDER = Comparator.<Cursor>comparingLong(c -> c.thread)
                .thenComparingLong(c -> c.time)
                .thenComparingInt(c -> c.base);

        final int base;
        private final NumericDocValues threads;
        private final NumericDocValues times;
        private final NumericDocValues allMarks;
        private final @Nullable NumericDocValues norms;
        private final @Nullable Bits live;
        int document;
        long thread;
        long time;
        byte length;
        byte marks;

        Cursor(LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            threads = DocValues.getNumeric(leaf.reader(), Fields.THREAD_NUMBER);
            times = DocValues.getNumeric(leaf.reader(), Fields.TIME);
            allMarks = DocValues.getNumeric(leaf.reader(), Fields.MARKS);
            norms = leaf.reader().getNormValues(Fields.BODY);
            live = leaf.reader().getLiveDocs();
        }

        boolean next() throws IOException {
            document = threads.nextDoc();
            while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
                document = threads.nextDoc();
            }
            if (document == DocIdSetIterator.NO_MORE_DOCS) {
                return false;
            }
            thread = threads.longValue();
            time = times.advanceExact(document) ? times.longValue() : 0;
            length = norms != null && norms.advanceExact(document) ? (byte) norms.longValue() : 0;
            marks = allMarks.advanceExact(document) ? (byte) allMarks.longValue() : 0;
            return true;
        }
    }
}
