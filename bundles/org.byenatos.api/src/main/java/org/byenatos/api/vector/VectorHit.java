package org.byenatos.api.vector;

import org.byenatos.api.hinata.RecordRef;

/**
 * A record that lies near.
 *
 * @param record which
 * @param similarity cosine of the angle between the two vectors, -1..1, exact to about a hundredth
 */
public record VectorHit(RecordRef record, double similarity) {}
