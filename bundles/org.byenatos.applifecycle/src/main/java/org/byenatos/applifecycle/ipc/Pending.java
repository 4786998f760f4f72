package org.byenatos.applifecycle.ipc;

/** An event that waits to be written. Thread-safe. */
final class Pending {

    private final Entry entry;
    private volatile long seq;

    Pending(Entry entry) {
        this.entry = entry;
    }

    Entry entry() {
        return entry;
    }

    /** It was written at a position. */
    void written(long position) {
        seq = position;
    }

    /** Its position, 0 while it waits. */
    long seq() {
        return seq;
    }
}
