package org.byenatos.ai.engine.model;

/**
 * How large a model may be.
 *
 * @param modelBytes all its files together
 * @param tokenizerBytes its {@code tokenizer.json}, which passes through the Java heap as one text
 */
public record Limits(long modelBytes, long tokenizerBytes) {

    /** A protobuf message ends at 2 GiB; half of it is more than a machine of a person wants to give to a text model. */
    private static final long LARGEST_MODEL = 1L << 30;

    /** Read and decoded, a text takes up to five times its file for a moment. */
    private static final int PART_OF_HEAP = 16;

    /** What this JVM can bear. */
    public static Limits ofThisMachine() {
        return new Limits(LARGEST_MODEL, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }
}
