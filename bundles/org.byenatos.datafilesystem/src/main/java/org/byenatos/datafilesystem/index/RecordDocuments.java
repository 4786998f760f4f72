package org.byenatos.datafilesystem.index;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.datafilesystem.index.rank.Fields;
import org.byenatos.datafilesystem.index.rank.RecordKey;
import org.byenatos.datafilesystem.index.text.TextMarks;
import org.jspecify.annotations.Nullable;

/** Makes a record's document. */
final class RecordDocuments {

    /** Changes whenever documents change, so that an index made before is made anew. */
    static final String VERSION = "3." + TextMarks.VERSION;

    private static final char SEPARATOR = '\u0000';
    private static final int LEAD = 400;

    /** Lucene's limit of an indexed value, in bytes; what is longer is cut for filters. */
    private static final int MAX_VALUE = 8000;

    /** 48 bits: two of a million threads share a number with a chance of 1 in 500, and it compresses. */
    private static final int THREAD_BITS = 48;

    private static final FieldType BODY = new FieldType();

    static {
        BODY.setTokenized(true);
        BODY.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        BODY.freeze();
    }

    private RecordDocuments() {}

    static Document of(StoredRecord stored) {
        HinataRecord record = stored.record();
        String key = RecordKey.of(stored.ref());
        Document document = new Document();
        add(document, Fields.KEY, key);
        document.add(new BinaryDocValuesField(Fields.KEY, new BytesRef(key)));
        document.add(new Field(Fields.BODY, record.text(), BODY));
        document.add(new BinaryDocValuesField(Fields.LEAD, new BytesRef(lead(record))));
        add(document, Fields.APP, stored.appId());
        add(document, Fields.ACCESS, record.access().word());
        add(document, Fields.SOURCE, record.source());
        for (String tag : record.tag()) {
            add(document, Fields.TAG, tag);
            document.add(new Field(Fields.BODY, tag, BODY));
        }
        addContext(document, stored);
        return document;
    }

    private static void addContext(Document document, StoredRecord stored) {
        HinataRecord record = stored.record();
        add(document, Fields.AUTHOR, record.author());
        add(document, Fields.THREAD, record.threadOrDefault());
        long time = record.timestamp().toEpochMilli();
        document.add(new LongPoint(Fields.TIME, time));
        document.add(new NumericDocValuesField(Fields.TIME, time));
        document.add(new NumericDocValuesField(Fields.THREAD_NUMBER, threadNumber(stored)));
        document.add(new NumericDocValuesField(Fields.CONTENT_NUMBER, contentNumber(record)));
        document.add(new NumericDocValuesField(Fields.MARKS, TextMarks.of(record.text())));
        document.add(new NumericDocValuesField(Fields.SEQ, stored.seq()));
    }

    /** A named thread belongs to its app; a page or document is the same for all apps. */
    static long threadNumber(StoredRecord stored) {
        HinataRecord record = stored.record();
        String thread = record.threadOrDefault();
        String name = record.thread() != null || thread.isEmpty() ? stored.appId() + SEPARATOR + thread : thread;
        String own = thread.isEmpty() ? name + SEPARATOR + record.id() : name;
        return hash(own) >>> (Long.SIZE - THREAD_BITS);
    }

    /** Letters and digits of the text, and who said it: neither case, width nor punctuation makes a text another one. */
    static long contentNumber(HinataRecord record) {
        String plain = Normalizer.normalize(record.text(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder();
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        String author = record.author();
        return hash((author == null ? "" : author) + SEPARATOR + (letters.isEmpty() ? plain : letters));
    }

    private static void add(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.add(new StringField(field, cut(value, MAX_VALUE), Field.Store.NO));
        }
    }

    private static String lead(HinataRecord record) {
        return cut(record.text(), LEAD);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** FNV-1a, 64 bits, with a last mix (Stafford's 13th) so that all bits depend on all. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
