package org.byenatos.localaischeduler;

import org.byenatos.api.ai.TokenCounter;
import org.byenatos.localaischeduler.complexity.Readability;
import org.byenatos.localaischeduler.enrich.Enricher;
import org.byenatos.localaischeduler.language.LanguageDetector;
import org.byenatos.localaischeduler.phrase.KeyPhrases;
import org.byenatos.localaischeduler.sentiment.SentimentScale;
import org.byenatos.localaischeduler.summary.Summarizer;
import org.byenatos.localaischeduler.task.Requests;
import org.byenatos.localaischeduler.task.TextTasks;
import org.byenatos.localaischeduler.text.CommonHan;
import org.byenatos.localaischeduler.text.StopWords;

/**
 * The built-in methods for texts that need no model file.
 *
 * @param languages tells languages
 * @param enricher adds to records
 * @param requests does tasks
 */
record TextModel(LanguageDetector languages, Enricher enricher, Requests requests) {

    /** The identifier and version of the methods; another version wherever they give other results. */
    static final String ID = "byenatos-text/2";

    /** Makes the methods and reads their word lists, which takes some 50 ms; the larger table is read when needed. */
    static TextModel of(TokenCounter tokens) {
        StopWords stopWords = new StopWords();
        CommonHan common = new CommonHan();
        LanguageDetector languages = new LanguageDetector(stopWords);
        KeyPhrases phrases = new KeyPhrases(stopWords, common);
        Summarizer summarizer = new Summarizer(stopWords);
        SentimentScale moods = new SentimentScale();
        return new TextModel(
                languages,
                new Enricher(ID, languages, phrases, summarizer, new Readability(common), moods),
                new Requests(ID, new TextTasks(tokens, languages, phrases, summarizer, moods)));
    }
}
