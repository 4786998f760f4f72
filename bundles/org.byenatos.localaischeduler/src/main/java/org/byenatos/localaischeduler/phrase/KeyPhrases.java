package org.byenatos.localaischeduler.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.byenatos.localaischeduler.text.CommonHan;
import org.byenatos.localaischeduler.text.StopWords;
import org.byenatos.localaischeduler.text.Token;
import org.byenatos.localaischeduler.text.Tokenizer;

/** Finds the phrases that a text is about, from the text alone. Deterministic. Thread-safe. */
public final class KeyPhrases {

    private static final Set<String> WITHOUT_LATIN = Set.of("zh", "ja", "ko", "und");

    private final StopWords stopWords;
    private final CommonHan common;

    /**
     * @param stopWords what says nothing
     * @param common what says little
     */
    public KeyPhrases(StopWords stopWords, CommonHan common) {
        this.stopWords = stopWords;
        this.common = common;
    }

    /**
     * The phrases of a text, best first.
     *
     * @param language the main language, as a BCP 47 tag
     * @param max how many at most
     */
    public List<Phrase> of(String text, String language, int max) {
        List<Token> tokens = Tokenizer.tokens(text);
        WordRuns runs = new WordRuns(stopWords, WITHOUT_LATIN.contains(language) ? "en" : language);
        List<Candidate> candidates = new ArrayList<>(new WordPhrases(runs.of(tokens), text.length()).candidates());
        candidates.addAll(new HanPhrases(tokens, text.length(), stopWords.han(), common).candidates());
        candidates.sort(Candidate.BEST_FIRST);
        return scaled(best(candidates, max));
    }

    private static List<Candidate> best(List<Candidate> candidates, int max) {
        List<Candidate> best = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (best.size() == max) {
                break;
            }
            if (best.stream().noneMatch(candidate::repeats)) {
                best.add(candidate);
            }
        }
        return best;
    }

    private static List<Phrase> scaled(List<Candidate> best) {
        double highest = best.isEmpty() ? 1 : best.get(0).score();
        return best.stream()
                .map(c -> new Phrase(c.text(), Math.round(c.score() / highest * 1000) / 1000.0))
                .toList();
    }
}
