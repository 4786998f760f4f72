package org.byenatos.api.hinata;

/**
 * An enrichment and the revision that it was made from; stored only while that revision is the newest.
 *
 * @param ref which record
 * @param revision which revision
 * @param enrichment what was added
 */
public record RecordEnrichment(RecordRef ref, int revision, Enrichment enrichment) {}
