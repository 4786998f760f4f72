package org.byenatos.ai.engine.model;

/** Failures of libraries in one line, for the person who put the model there. */
public final class Reasons {

    private static final int LONGEST = 300;

    private Reasons() {}

    /** The innermost cause's message, cut where it is too long. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message =
                String.valueOf(root.getMessage()).replaceAll("\\s+", " ").strip();
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }
}
