package org.byenatos.api.psp;

/** How a PSP's text is written. */
public enum PspFormat {
    MARKDOWN,
    JSON,
    TEXT
}
