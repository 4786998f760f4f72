package org.byenatos.datafilesystem.index.text;

/**
 * What a text does, in one byte: whether it asks, whether it ends so, and which kinds of answers it seems to hold. Only
 * the beginning of a long text is looked at, as a long text holds nearly everything.
 */
public final class TextMarks {

    /** Changes whenever the marks of a text change, so that an index made before is made anew. */
    public static final String VERSION = "1";

    /** Marks are less than this, and not negative. */
    public static final int VALUES = 32;

    private static final int READ = 1000;
    private static final int ASKS = 1;
    private static final int ENDS_ASKING = 2;

    private TextMarks() {}

    /** The marks of a text. */
    public static byte of(String text) {
        String read = text.strip();
        read = read.length() > READ ? read.substring(0, READ) : read;
        int marks = 0;
        if (read.indexOf('?') >= 0 || read.indexOf('？') >= 0) {
            marks |= ASKS;
        }
        if (read.endsWith("?") || read.endsWith("？") || read.endsWith("吗")) {
            marks |= ASKS | ENDS_ASKING;
        }
        for (AnswerKind kind : AnswerKind.values()) {
            if (kind.isIn(read)) {
                marks |= kind.mark();
            }
        }
        return (byte) marks;
    }

    /** Whether a text of these marks asks something. */
    public static boolean asks(byte marks) {
        return (marks & ASKS) != 0;
    }

    /** Whether a text of these marks ends with a question. */
    public static boolean endsAsking(byte marks) {
        return (marks & ENDS_ASKING) != 0;
    }

    /** Whether a text of these marks seems to hold an answer of a kind. */
    public static boolean holds(byte marks, AnswerKind kind) {
        return (marks & kind.mark()) != 0;
    }
}
