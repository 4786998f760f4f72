package org.byenatos.api.vector;

import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;

/**
 * Where to look for near records.
 *
 * @param userId whose
 * @param limit at most this many, 1..10,000
 * @param filter which records are wanted
 * @param visibility what the caller may see
 */
public record VectorSearch(String userId, int limit, RecordFilter filter, Visibility visibility) {}
