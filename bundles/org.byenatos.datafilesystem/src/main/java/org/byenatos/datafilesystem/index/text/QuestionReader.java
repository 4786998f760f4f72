package org.byenatos.datafilesystem.index.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
                        () -> of(found.rest(), found, days, stopWords::allow),
                        () -> of(text, found, days, stopWords::allow),
                        () -> of(text, found, days, word -> true))
                .map(Supplier::get)
                .filter(question -> !question.words().isEmpty())
                .findFirst()
                .orElseGet(() -> new Question(
                        text,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        found.authors(),
                        days,
                        AnswerKind.askedBy(text)));
    }

    /** Understands a question beside what goes on now. */
    public Question read(String text, String context, AuthorNames names) {
        Question question = read(text, names);
        Map<String, Float> besides = new LinkedHashMap<>();
        analyzer.words(context).stream()
                .filter(word -> stopWords.allow(word) && !question.words().containsKey(word))
                .limit(MAX_CONTEXT)
                .forEach(word -> besides.put(word, 1f));
        return new Question(
                question.text(),
                question.words(),
                question.written(),
                besides,
                question.parts(),
                question.authors(),
                question.days(),
                question.answer());
    }

    private Question of(String text, AuthorNames.Found found, List<DayRange> days, Predicate<String> choice) {
        List<String> sentences =
                SENTENCE_END.splitAsStream(text).filter(s -> !s.isBlank()).toList();
        boolean anyAsks = sentences.stream().anyMatch(QuestionReader::asks);
        Map<String, Float> words = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        List<Map<String, Float>> parts = new ArrayList<>();
        boolean apart = true;
        for (String sentence : sentences) {
            boolean asks = !anyAsks || asks(sentence);
            List<TextAnalyzer.Token> tokens = analyzer.tokens(sentence).stream()
                    .filter(token -> choice.test(token.word()))
                    .toList();
            tokens.forEach(token -> written.putIfAbsent(token.word(), token.written()));
            apart &= tokens.stream().allMatch(TextAnalyzer.Token::apart);
            Map<String, Float> own = add(tokens, asks ? 1 : TELLING, words);
            if (asks && sentences.size() > 1 && parts.size() < MAX_PARTS && !own.isEmpty()) {
                parts.add(own);
            }
        }
        return new Question(
                text,
                words,
                apart ? written : Map.of(),
                Map.of(),
                parts.size() > 1 ? parts : List.of(),
                found.authors(),
                days,
                AnswerKind.askedBy(text));
    }

    private static Map<String, Float> add(List<TextAnalyzer.Token> sentence, float weight, Map<String, Float> words) {
        Map<String, Float> own = new LinkedHashMap<>();
        for (TextAnalyzer.Token token : sentence) {
            String word = token.word();
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
