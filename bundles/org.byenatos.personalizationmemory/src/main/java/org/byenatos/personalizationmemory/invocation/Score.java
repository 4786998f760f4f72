package org.byenatos.personalizationmemory.invocation;

import java.time.Duration;
import java.time.Instant;
import org.byenatos.api.psp.Evidence;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.personalizationmemory.settings.Settings;

/** The worth of a component: a weighted sum of importance, relevance, freshness and use, each 0..1. */
final class Score {

    private final Settings.Scoring scoring;
    private final Instant now;

    Score(Settings.Scoring scoring, Instant now) {
        this.scoring = scoring;
        this.now = now;
    }

    double of(PspComponent component, double relevance, double use) {
        return of(component, newest(component), relevance, use);
    }

    /** The same, where it is known when the newest evidence is from. */
    double of(PspComponent component, Instant newest, double relevance, double use) {
        return scoring.importance() * component.weight() * component.confidence()
                + scoring.relevance() * relevance
                + scoring.freshness() * freshness(newest)
                + scoring.use() * use;
    }

    /** When the newest evidence is from. */
    static Instant newest(PspComponent component) {
        return component.evidence().stream()
                .map(Evidence::at)
                .max(Instant::compareTo)
                .orElse(component.validFrom());
    }

    private double freshness(Instant newest) {
        double age = Math.max(0, Duration.between(newest, now).toHours());
        return Math.pow(0.5, age / Math.max(1, scoring.halfLife().toHours()));
    }
}
