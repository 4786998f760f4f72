package org.byenatos.virtualcore.attention;

import java.time.Instant;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a record, to count it for later ones. A class, as two are never the same.
 */
final class Seen {

    final RecordRef ref;
    final Access access;
    final long seq;
    final Instant at;
    /** Its address without the fragment, or else its thread; empty if it has neither. */
    final String place;
    /** Length of its note; a Chinese character is two letters. */
    final int letters;

    final double seconds;
    final Concepts concepts;
    /** {@code null} without a model. */
    final @Nullable Meaning meaning;
    /** {@code null} without a model. */
    final @Nullable String cluster;

    Seen(Sight sight, @Nullable String cluster) {
        this.ref = sight.stored().ref();
        this.access = sight.stored().record().access();
        this.seq = sight.stored().seq();
        this.at = sight.stored().record().timestamp();
        this.place = sight.place();
        this.letters = sight.letters();
        this.seconds = sight.seconds();
        this.concepts = sight.concepts();
        this.meaning = sight.meaning();
        this.cluster = cluster;
    }
}
