package org.byenatos.localaischeduler.enrich;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.localaischeduler.complexity.Readability;
import org.byenatos.localaischeduler.language.LanguageDetector;
import org.byenatos.localaischeduler.phrase.KeyPhrases;
import org.byenatos.localaischeduler.phrase.Phrase;
import org.byenatos.localaischeduler.sentiment.Mood;
import org.byenatos.localaischeduler.sentiment.SentimentScale;
import org.byenatos.localaischeduler.summary.Summarizer;

/** Adds to a record what its text tells without a model. The same record gets the same. Thread-safe. */
public final class Enricher {

    private static final int CONCEPTS = 8;
    private static final int TAGS = 5;
    private static final double TAG_SCORE = 0.25;
    private static final int TAG_WORDS = 3;
    private static final int HIGHLIGHTS = 3;
    /** A note of more letters than a screen shows at a glance is long; a Chinese character counts for two. */
    private static final int LONG_NOTE = 600;

    private final String model;
    private final LanguageDetector languages;
    private final KeyPhrases phrases;
    private final Summarizer summarizer;
    private final Readability readability;
    private final SentimentScale moods;
    private final RecordScores scores;

    /** @param model the identifier that the enrichments name */
    public Enricher(
            String model,
            LanguageDetector languages,
            KeyPhrases phrases,
            Summarizer summarizer,
            Readability readability,
            SentimentScale moods) {
        this.model = model;
        this.languages = languages;
        this.phrases = phrases;
        this.summarizer = summarizer;
        this.readability = readability;
        this.moods = moods;
        this.scores = new RecordScores();
    }

    /** Enriches a record; {@code at} is when. */
    public Enrichment enrich(HinataRecord record, Instant at) {
        String text = record.text();
        String language = languages.detect(text).language();
        List<Phrase> found = phrases.of(text, language, CONCEPTS);
        List<String> concepts = found.stream().map(Phrase::text).toList();
        Mood mood = moods.of(text);
        return new Enrichment(
                tags(found, record.tag()),
                highlights(record.note(), language),
                List.of(),
                concepts,
                mood.words() == 0 ? null : new Enrichment.Sentiment(mood.label(), mood.score()),
                language,
                readability.level(text, language),
                scores.of(record, concepts.size(), at),
                null,
                null,
                model,
                at);
    }

    /** The best phrases that are short enough for a tag and are none of the record's own. */
    private static List<String> tags(List<Phrase> found, List<String> own) {
        Set<String> known =
                own.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return found.stream()
                .filter(phrase -> phrase.score() >= TAG_SCORE)
                .map(Phrase::text)
                .filter(text -> text.split(" ").length <= TAG_WORDS)
                .filter(text -> known.add(text.toLowerCase(Locale.ROOT)))
                .limit(TAGS)
                .toList();
    }

    private List<String> highlights(String note, String language) {
        int letters = note.chars().map(c -> c >= 0x2E80 ? 2 : 1).sum();
        return letters < LONG_NOTE ? List.of() : summarizer.summarize(note, language, HIGHLIGHTS);
    }
}
