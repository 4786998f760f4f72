package org.byenatos.localaischeduler.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;
import org.byenatos.localaischeduler.language.LanguageDetector;
import org.byenatos.localaischeduler.phrase.KeyPhrases;
import org.byenatos.localaischeduler.queue.Timing;
import org.byenatos.localaischeduler.queue.Work;
import org.byenatos.localaischeduler.sentiment.SentimentScale;
import org.byenatos.localaischeduler.summary.Summarizer;
import org.byenatos.localaischeduler.text.CommonHan;
import org.byenatos.localaischeduler.text.StopWords;
import org.byenatos.localaischeduler.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {

    private final Requests requests = requests();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "COUNT_TOKENS|5|{}|/input",
                "COUNT_TOKENS|null|{}|/input",
                "COUNT_TOKENS|{\"text\":\"a\"}|{}|/input",
                "COUNT_TOKENS|[\"a\",5,null]|{}|/input/1 /input/2",
                "COUNT_TOKENS|\"a|{}|/input",
                "COUNT_TOKENS|\"a\"|[]|/options",
                "COUNT_TOKENS|\"a\"|{\"encoding\":\"gpt-9\"}|/options/encoding",
                "COUNT_TOKENS|\"a\"|{\"encoding\":7}|/options/encoding",
                "COUNT_TOKENS|\"a\"|{\"max\":7}|/options/max",
                "COUNT_TOKENS|\"a\"|{\"a/b~\":7}|/options/a~1b~0",
                "LANGUAGE|\"a\"|{\"max\":1}|/options/max",
                "KEYPHRASES|\"a\"|{\"max\":0}|/options/max",
                "KEYPHRASES|\"a\"|{\"max\":1.5}|/options/max",
                "KEYPHRASES|\"a\"|{\"max\":\"5\"}|/options/max",
                "KEYPHRASES|\"a\"|{\"max\":99999999999}|/options/max",
                "SUMMARIZE|\"a\"|{\"max_sentences\":51}|/options/max_sentences",
                "SUMMARIZE|7|{\"max\":5}|/input /options/max",
            })
    void saysEverythingThatIsWrong(AiTask task, String input, String options, String pointers) {
        assertThatThrownBy(() -> requests.work(request(task, input, null, options)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                        .extracting(Violation::pointer)
                        .containsExactly(pointers.split(" ")));
    }

    @Test
    void boundsTheInput() {
        String texts = "[" + "\"a\",".repeat(1000) + "\"a\"]";
        assertThatThrownBy(() -> requests.work(request(AiTask.LANGUAGE, texts, null, null)))
                .hasMessage("/input: has 1001 items, at most 1000 are allowed");
        String text = "[\"\",\"" + "a".repeat(100_001) + "\"]";
        assertThatThrownBy(() -> requests.work(request(AiTask.LANGUAGE, text, null, null)))
                .hasMessage("/input/1: has 100001 characters, at most 100000 are allowed");
    }

    @Test
    void neverQuotesTheInput() {
        assertThatThrownBy(() -> requests.work(request(AiTask.LANGUAGE, "[secret", null, null)))
                .hasMessage("/input: must be JSON");
    }

    @Test
    void knowsItsOwnModelOnly() {
        assertThat(requests.work(request(AiTask.LANGUAGE, "\"a\"", "test/1", null)))
                .isNotNull();
        assertThatThrownBy(() -> requests.work(request(AiTask.LANGUAGE, "\"a\"", "minilm", null)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/model"));
    }

    @Test
    void aDeadlineLiesAhead() {
        AiRequest past = new AiRequest(AiTask.LANGUAGE, new Json("\"a\""), null, Priority.NORMAL, Duration.ZERO, null);
        assertThatThrownBy(() -> requests.work(past)).hasMessageContaining("/deadline_ms");
    }

    @Test
    void answersInTheOrderOfTheInput() {
        assertThat(run(AiTask.LANGUAGE, "[\"Wo ist der Bahnhof, bitte?\",\"\",\"你好吗？\"]"))
                .matches("\\[\\{\"language\":\"de\",\"confidence\":[.0-9]+},"
                        + "\\{\"language\":\"und\",\"confidence\":0.0},"
                        + "\\{\"language\":\"zh\",\"confidence\":1.0}]");
        assertThat(run(AiTask.KEYPHRASES, "[\"\"]")).isEqualTo("[[]]");
        assertThat(run(AiTask.SUMMARIZE, "\"\"")).isEqualTo("{\"sentences\":[]}");
    }

    private String run(AiTask task, String input) {
        Work<org.byenatos.api.ai.AiResult> work = requests.work(request(task, input, null, null));
        while (work.step()) {
            assertThat(work.characters()).isPositive();
        }
        return work.result(new Timing(0, 0)).output().text();
    }

    private static AiRequest request(AiTask task, String input, String model, String options) {
        return new AiRequest(
                task, new Json(input), model, Priority.NORMAL, null, options == null ? null : new Json(options));
    }

    private static Requests requests() {
        StopWords stopWords = new StopWords();
        return new Requests(
                "test/1",
                new TextTasks(
                        new Tokens(),
                        new LanguageDetector(stopWords),
                        new KeyPhrases(stopWords, new CommonHan()),
                        new Summarizer(stopWords),
                        new SentimentScale()));
    }
}
