package org.byenatos.virtualcore.attention;

import org.byenatos.api.hinata.Enrichment.Attention;

/** The formula of the contract's section on records. Immutable. */
final class AttentionFormula {

    private final AttentionSettings settings;

    AttentionFormula(AttentionSettings settings) {
        this.settings = settings;
    }

    /**
     * What is known of a record's history, the record included.
     *
     * @param similar how many similar things were highlighted
     * @param notes how many notes there are at its place
     * @param noteLetters the mean length of them
     * @param visits how many visits there were to its place, 0 if it has none
     * @param days from the first of them to the last
     * @param seconds time put in there
     */
    record Facts(int similar, int notes, double noteLetters, int visits, double days, double seconds) {}

    /**
     * The weight and its parts.
     *
     * @param letters length of the record's own note
     */
    Attention of(Facts facts, int letters) {
        double similar = settings.similar().of(facts.similar());
        double notes = settings.notes().of(facts.notes(), facts.noteLetters());
        double returns = settings.returns().of(facts.visits(), facts.days());
        double time = settings.time().of(facts.seconds());
        double depth = settings.depth().of(letters);
        AttentionSettings.Weights weights = settings.weights();
        double sum = weights.similar() * similar
                + weights.notes() * notes
                + weights.returns() * returns
                + weights.time() * time;
        return new Attention(
                rounded(Math.min(1, sum * depth)), similar, rounded(notes), rounded(returns), rounded(time), depth);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
