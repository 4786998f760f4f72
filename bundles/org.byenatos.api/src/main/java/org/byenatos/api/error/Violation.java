package org.byenatos.api.error;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) into the input, {@code ""} for the whole
 * @param detail what is wrong there, in words
 */
public record Violation(String pointer, String detail) {}
