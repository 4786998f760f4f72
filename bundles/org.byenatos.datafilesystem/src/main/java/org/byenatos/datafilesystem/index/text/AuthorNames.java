package org.byenatos.datafilesystem.index.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authors of a user's records, and how questions name them: the whole name, the first or the last word of a
 * person's, the given name of a Chinese one. Case and accents do not count, except that a name which is also an everyday
 * word must be written with a capital. Thread-safe.
 */
public final class AuthorNames {

    private static final Pattern WORD = Pattern.compile("[\\p{L}&&[^\\p{IsHan}]][\\p{L}\\p{M}\\p{Nd}&&[^\\p{IsHan}]]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,4}");
    private static final Set<String> EVERYDAY = Set.of(
            "all", "an", "april", "art", "august", "bill", "can", "chase", "dean", "do", "drew", "faith", "frank",
            "grace", "guy", "hope", "i", "in", "jack", "joy", "june", "long", "mark", "may", "my", "no", "on", "page",
            "pat", "ray", "rich", "rob", "rose", "so", "sue", "summer", "sunny", "the", "to", "we", "will", "you");
    private static final Set<String> NOT_A_NAME = Set.of(
            "blog",
            "co",
            "company",
            "daily",
            "dr",
            "editor",
            "inc",
            "journal",
            "magazine",
            "mr",
            "mrs",
            "ms",
            "news",
            "post",
            "press",
            "prof",
            "professor",
            "sir",
            "staff",
            "team",
            "the",
            "times",
            "today",
            "weekly");
    private static final int MAX_PERSON = 3;
    private static final int MAX_WORDS = 4;
    private static final int MIN_CHINESE = 2;

    private final Map<String, Set<String>> byName = new ConcurrentHashMap<>();

    /** Authors that a text names, and the text without their names. */
    public record Found(Set<String> authors, String rest) {}

    /** Makes an author known, as records write the name. */
    public void add(String author) {
        String whole = fold(author);
        if (CHINESE.matcher(whole).matches()) {
            put(whole, author);
            if (whole.length() > MIN_CHINESE) {
                put(whole.substring(whole.length() - MIN_CHINESE), author);
            }
            return;
        }
        List<String> words = words(whole);
        if (!words.isEmpty()) {
            put(String.join(" ", words), author);
            partsOf(words).forEach(part -> put(part, author));
        }
    }

    /** First and last word of what may be a person's name. */
    private static List<String> partsOf(List<String> words) {
        if (words.size() > MAX_PERSON) {
            return List.of();
        }
        return List.of(words.get(0), words.get(words.size() - 1)).stream()
                .filter(part -> part.length() > 1 && !NOT_A_NAME.contains(part))
                .toList();
    }

    /** Finds known authors in a text. */
    public Found find(String text) {
        Set<String> authors = new LinkedHashSet<>();
        if (byName.isEmpty()) {
            return new Found(authors, text);
        }
        String rest = takeChinese(takeWords(text, authors), authors);
        return new Found(authors, rest);
    }

    private String takeWords(String text, Set<String> authors) {
        List<int[]> spans = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            spans.add(new int[] {matcher.start(), matcher.end()});
        }
        StringBuilder rest = new StringBuilder(text);
        int i = 0;
        while (i < spans.size()) {
            int used = match(text, spans, i, authors);
            for (int k = i; k < i + used; k++) {
                blank(rest, spans.get(k)[0], spans.get(k)[1]);
            }
            i += Math.max(1, used);
        }
        return rest.toString();
    }

    /** How many words from here on are an author's name; the longest name wins. */
    private int match(String text, List<int[]> spans, int from, Set<String> authors) {
        StringBuilder name = new StringBuilder();
        int best = 0;
        Set<String> found = Set.of();
        for (int n = 1; n <= MAX_WORDS && from + n <= spans.size(); n++) {
            int[] span = spans.get(from + n - 1);
            String word = fold(text.substring(span[0], span[1]));
            name.append(n == 1 ? "" : " ").append(word);
            Set<String> known = byName.get(name.toString());
            if (known != null && !(n == 1 && isEveryday(word, text, span[0]))) {
                best = n;
                found = known;
            }
        }
        authors.addAll(found);
        return best;
    }

    private String takeChinese(String text, Set<String> authors) {
        StringBuilder rest = new StringBuilder(text);
        for (int length = MAX_WORDS; length >= MIN_CHINESE; length--) {
            for (int i = 0; i + length <= rest.length(); i++) {
                Set<String> known =
                        Character.isIdeographic(rest.charAt(i)) ? byName.get(rest.substring(i, i + length)) : null;
                if (known != null) {
                    authors.addAll(known);
                    blank(rest, i, i + length);
                }
            }
        }
        return rest.toString();
    }

    private static boolean isEveryday(String word, String text, int start) {
        return EVERYDAY.contains(word) && (start == 0 || !Character.isUpperCase(text.charAt(start)));
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }

    private static String fold(String text) {
        String open = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(open).replaceAll("").toLowerCase(Locale.ROOT).strip();
    }

    private void put(String name, String author) {
        byName.computeIfAbsent(name, key -> ConcurrentHashMap.newKeySet()).add(author);
    }
}
