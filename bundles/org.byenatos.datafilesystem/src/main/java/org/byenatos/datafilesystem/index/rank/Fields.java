package org.byenatos.datafilesystem.index.rank;

/** The fields of a record's document. There is one document per record; nothing of its neighbours is in it. */
public final class Fields {

    /** App and identifier, which name the record: indexed, and as binary value. */
    public static final String KEY = "key";

    /** The words of highlight, note and tags, with frequencies and length. */
    public static final String BODY = "body";

    /** The beginning of the text, as binary value, for what is related to it. */
    public static final String LEAD = "lead";

    /** Who submitted it. */
    public static final String APP = "app";

    /** Who else may see it. */
    public static final String ACCESS = "access";

    /** What produced it. */
    public static final String SOURCE = "source";

    /** Each of its tags. */
    public static final String TAG = "tag";

    /** Who said or wrote it, as written. */
    public static final String AUTHOR = "author";

    /** The thread's name, to filter by. */
    public static final String THREAD = "thread";

    /** Milliseconds since 1970: point and numeric value, second key of the order of documents. */
    public static final String TIME = "time";

    /** A number that stands for the thread: numeric value, first key of the order of documents. */
    public static final String THREAD_NUMBER = "thread-number";

    /** A number that stands for text and author; equal ones are duplicates. */
    public static final String CONTENT_NUMBER = "content-number";

    /** Whether the text asks and what kinds of answers it seems to hold: numeric value. */
    public static final String MARKS = "marks";

    /** The position of the change that gave the record its content: numeric value, leads to its vector. */
    public static final String SEQ = "seq";

    private Fields() {}
}
