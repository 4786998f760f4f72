package org.byenatos.datafilesystem.index.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.byenatos.api.hinata.RecordRef;

/** Reads single values of single records. */
final class RecordValues {

    private final Snapshot snapshot;

    RecordValues(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The names of the records at ranks. */
    RecordRef ref(int rank) throws IOException {
        return RecordKey.parse(text(rank, Fields.KEY));
    }

    /** The beginnings of the texts at ranks. */
    List<String> leads(int[] ranks) throws IOException {
        List<String> leads = new ArrayList<>();
        for (int rank : ranks) {
            leads.add(text(rank, Fields.LEAD));
        }
        return leads;
    }

    /** What stands for the content at a rank. */
    long content(int rank) throws IOException {
        int document = snapshot.order().document(rank);
        LeafReaderContext leaf = leaf(document);
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), Fields.CONTENT_NUMBER);
        return values.advanceExact(document - leaf.docBase) ? values.longValue() : document;
    }

    /** The position of the change that gave a rank's record its content. */
    long seq(int rank) throws IOException {
        int document = snapshot.order().document(rank);
        LeafReaderContext leaf = leaf(document);
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), Fields.SEQ);
        return values.advanceExact(document - leaf.docBase) ? values.longValue() : 0;
    }

    private String text(int rank, String field) throws IOException {
        int document = snapshot.order().document(rank);
        LeafReaderContext leaf = leaf(document);
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
        return values.advanceExact(document - leaf.docBase)
                ? values.binaryValue().utf8ToString()
                : "";
    }

    private LeafReaderContext leaf(int document) {
        return snapshot.leaves().get(ReaderUtil.subIndex(document, snapshot.leaves()));
    }
}
