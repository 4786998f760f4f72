package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.localaischeduler.language.Detection;
import org.byenatos.localaischeduler.language.LanguageDetector;
import org.byenatos.localaischeduler.phrase.KeyPhrases;
import org.byenatos.localaischeduler.phrase.Phrase;
import org.byenatos.localaischeduler.sentiment.Mood;
import org.byenatos.localaischeduler.sentiment.SentimentScale;
import org.byenatos.localaischeduler.summary.Summarizer;

/** The tasks that need no model. Immutable. */
public final class TextTasks {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PHRASES = 100;
    private static final int MAX_SENTENCES = 50;

    private final TokenCounter tokens;
    private final LanguageDetector languages;
    private final KeyPhrases phrases;
    private final Summarizer summarizer;
    private final SentimentScale moods;
    private final Map<AiTask, TextTask> tasks = Map.of(
            AiTask.COUNT_TOKENS, this::countTokens,
            AiTask.LANGUAGE, this::language,
            AiTask.KEYPHRASES, this::keyphrases,
            AiTask.SUMMARIZE, this::summarize,
            AiTask.SENTIMENT, this::sentiment);

    /** What the tasks are done with. */
    public TextTasks(
            TokenCounter tokens,
            LanguageDetector languages,
            KeyPhrases phrases,
            Summarizer summarizer,
            SentimentScale moods) {
        this.moods = moods;
        this.tokens = tokens;
        this.languages = languages;
        this.phrases = phrases;
        this.summarizer = summarizer;
    }

    Map<AiTask, TextTask> all() {
        return tasks;
    }

    /** A number. */
    private Function<String, JsonNode> countTokens(Options options) {
        String encoding = options.word("encoding", TokenCounter.DEFAULT_ENCODING, tokens.encodings());
        return text -> IntNode.valueOf(tokens.count(text, encoding));
    }

    /** {@code {"language":"en","confidence":0.98}}. */
    private Function<String, JsonNode> language(Options options) {
        return text -> {
            Detection found = languages.detect(text);
            return JSON.objectNode().put("language", found.language()).put("confidence", found.confidence());
        };
    }

    /** {@code [{"phrase":"river gauge","score":1.0}]}, best first. */
    private Function<String, JsonNode> keyphrases(Options options) {
        int max = options.integer("max", 10, 1, MAX_PHRASES);
        return text -> {
            ArrayNode array = JSON.arrayNode();
            for (Phrase phrase : phrases.of(text, languages.detect(text).language(), max)) {
                array.addObject().put("phrase", phrase.text()).put("score", phrase.score());
            }
            return array;
        };
    }

    /** {@code {"sentences":["..."]}}, in their order. */
    private Function<String, JsonNode> summarize(Options options) {
        int max = options.integer("max_sentences", 3, 1, MAX_SENTENCES);
        return text -> {
            ObjectNode object = JSON.objectNode();
            ArrayNode sentences = object.putArray("sentences");
            summarizer.summarize(text, languages.detect(text).language(), max).forEach(sentences::add);
            return object;
        };
    }

    /** {@code {"sentiment":"positive","score":0.6,"words":2}}; {@code words} is how many words showed a mood. */
    private Function<String, JsonNode> sentiment(Options options) {
        return text -> {
            Mood mood = moods.of(text);
            return JSON.objectNode()
                    .put("sentiment", mood.label())
                    .put("score", mood.score())
                    .put("words", mood.words());
        };
    }
}
