package org.byenatos.api.ai;

/** How urgent a computation is. */
public enum Priority {
    /** A person waits. */
    INTERACTIVE,
    /** An app waits. */
    NORMAL,
    /** Nobody waits. */
    BATCH
}
