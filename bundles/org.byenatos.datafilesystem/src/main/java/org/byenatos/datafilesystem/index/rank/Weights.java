package org.byenatos.datafilesystem.index.rank;

/**
 * What each part of a score weighs, beside the record's own words, whose best score counts 1. Chosen on several sets of
 * questions at once (chats, notes, articles; English and Chinese) on a plateau, where a third more or less of any of
 * them changes recall by less than a point.
 *
 * @param neighbours the words of the two records before and the two after in the same thread
 * @param thread the best record of the same thread
 * @param author the question names the record's author; a boost and never a filter, as questions may be wrong
 * @param date the record is of the days that the question speaks of
 * @param related words that the best records add to the question
 * @param parts how much the sentences of a question count on their own, against all of them together
 * @param meaning how near the vectors of the record and its neighbours are to the question's, per standard deviation above
 *     the mean
 * @param answer the words of the record before in the thread, if that asks
 * @param kind which share a record adds to its sum that seems to hold the kind of answer that the question asks for
 * @param asking which share of its sum a record loses that itself ends with a question, 0..1
 */
public record Weights(
        float neighbours,
        float thread,
        float author,
        float date,
        float related,
        float parts,
        float meaning,
        float answer,
        float kind,
        float asking) {

    /** Those that were measured. */
    public static final Weights MEASURED = new Weights(0.6f, 0.5f, 0.4f, 0.7f, 0.15f, 0.6f, 0.08f, 0.4f, 0.1f, 0.2f);
}
