package org.byenatos.datafilesystem.index.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands questions. Known authors' names are taken out, because records seldom name who wrote them; in a long
 * question, sentences that ask count more than those around them, and each of them is looked for on its own too.
 * Thread-safe.
 */
public final class QuestionReader {

    /** How much a sentence counts that does not ask, beside one that does. */
    private static final float TELLING = 0.4f;

    /** More words than these only cost time. */
    private static final int MAX_WORDS = 256;

    private static final int MAX_PARTS = 4;
    private static final int MAX_CONTEXT = 32;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。？！?!;；\\n])|(?<=\\.)\\s+");
    private static final Pattern ASKS = Pattern.compile(
            "[?？]|什么|哪|谁|多少|几|吗|怎|如何|啥|\\b(?:what|who|whom|whose|when|where|which|why|how)\\b",
            Pattern.CASE_INSENSITIVE);

    private final TextAnalyzer analyzer;
    private final StopWords stopWords;
    private final QuestionDates dates;
    private final Clock clock;

    /**
     * @param analyzer the same that made the index
     * @param clock says what "yesterday" is, in its zone
     */
    public QuestionReader(TextAnalyzer analyzer, Clock clock) {
        this.analyzer = analyzer;
        this.stopWords = new StopWords(analyzer);
        this.dates = new QuestionDates();
        this.clock = clock;
    }

    /** Understands a question of someone whose records have these authors. */
    public Question read(String text, AuthorNames names) {
        AuthorNames.Found found = names.find(text);
        List<DayRange> days = dates.find(text, LocalDate.now(clock));
        return Stream.<Supplier<Question>>of(
                        () -> of(found.rest(), found, days, stopWords::without),
                        () -> of(text, found, days, stopWords::without),
                        () -> of(text, found, days, UnaryOperator.identity()))
                .map(Supplier::get)
                .filter(question -> !question.words().isEmpty())
                .findFirst()
                .orElseGet(() -> new Question(
                        text, Map.of(), Map.of(), List.of(), found.authors(), days, AnswerKind.askedBy(text)));
    }

    /** Understands a question beside what goes on now. */
    public Question read(String text, String context, AuthorNames names) {
        Question question = read(text, names);
        Map<String, Float> besides = new LinkedHashMap<>();
        stopWords.without(analyzer.words(context)).stream()
                .filter(word -> !question.words().containsKey(word))
                .limit(MAX_CONTEXT)
                .forEach(word -> besides.put(word, 1f));
        return new Question(
                question.text(),
                question.words(),
                besides,
                question.parts(),
                question.authors(),
                question.days(),
                question.answer());
    }

    private Question of(String text, AuthorNames.Found found, List<DayRange> days, UnaryOperator<List<String>> choice) {
        List<String> sentences =
                SENTENCE_END.splitAsStream(text).filter(s -> !s.isBlank()).toList();
        boolean anyAsks = sentences.stream().anyMatch(QuestionReader::asks);
        Map<String, Float> words = new LinkedHashMap<>();
        List<Map<String, Float>> parts = new ArrayList<>();
        for (String sentence : sentences) {
            boolean asks = !anyAsks || asks(sentence);
            Map<String, Float> own = add(choice.apply(analyzer.words(sentence)), asks ? 1 : TELLING, words);
            if (asks && sentences.size() > 1 && parts.size() < MAX_PARTS && !own.isEmpty()) {
                parts.add(own);
            }
        }
        return new Question(
                text,
                words,
                Map.of(),
                parts.size() > 1 ? parts : List.of(),
                found.authors(),
                days,
                AnswerKind.askedBy(text));
    }

    private static Map<String, Float> add(List<String> sentence, float weight, Map<String, Float> words) {
        Map<String, Float> own = new LinkedHashMap<>();
        for (String word : sentence) {
            if (words.size() < MAX_WORDS || words.containsKey(word)) {
                words.merge(word, weight, Math::max);
                own.put(word, 1f);
            }
        }
        return own;
    }

    private static boolean asks(String sentence) {
        return ASKS.matcher(sentence).find();
    }
}
