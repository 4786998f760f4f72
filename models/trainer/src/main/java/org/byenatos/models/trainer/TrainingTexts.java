package org.byenatos.models.trainer;

import java.util.List;

/**
 * All that is learned from.
 *
 * @param paragraphs of English books, each a list of its sentences
 * @param english pairs of English texts
 * @param bilingual pairs of an English text and a Chinese one
 * @param chinese pairs of Chinese texts
 * @param chineseTexts single texts; {@code b} is empty
 */
record TrainingTexts(
        List<List<String>> paragraphs,
        List<Pair> english,
        List<Pair> bilingual,
        List<Pair> chinese,
        List<Pair> chineseTexts) {}
