package org.byenatos.api.common;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit at most this many items, 1..1000
 * @param cursor the {@code nextCursor} of the part before, {@code null} for the first
 */
public record PageRequest(int limit, @Nullable String cursor) {}
