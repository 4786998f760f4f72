package org.byenatos.personalizationmemory.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.personalizationmemory.text.Orders;
import org.jspecify.annotations.Nullable;

/** Finds what the user wrote themselves in a record, as against what they marked, clipped or were told. */
final class OwnWords {

    /** A note to a page is short; a longer one is the page. */
    private static final int LONGEST_REMARK = 2_000;

    private static final Set<String> READERS = Set.of(
            "kindle",
            "browser",
            "reader",
            "web",
            "pdf",
            "book",
            "books",
            "ebook",
            "article",
            "articles",
            "rss",
            "feed",
            "news",
            "podcast",
            "youtube",
            "video",
            "readwise",
            "instapaper",
            "pocket",
            "epub",
            "koreader",
            "zotero",
            "clipper",
            "wechat-read",
            "weread",
            "微信读书",
            "paper",
            "papers",
            "arxiv",
            "wikipedia",
            "newsletter",
            "scanner",
            "ocr");

    private static final Set<String> QUOTE_TAGS = Set.of(
            "quote",
            "quotes",
            "quotation",
            "excerpt",
            "citation",
            "lyrics",
            "poem",
            "clipping",
            "fiction",
            "摘抄",
            "引用",
            "语录",
            "书摘",
            "转载",
            "歌词",
            "诗",
            "小说",
            "摘录",
            "台词");

    private static final Set<String> SELVES = Set.of("me", "i", "self", "myself", "user", "owner", "我", "自己", "本人");

    private static final Pattern SPOKEN_LINE =
            Pattern.compile("(?m)^\\s*(?:\\[[^]\\n]{1,30}]\\s*)?([\\p{L}][\\p{L} .'-]{0,29})\\s?[:：]\\s?\\S");

    private OwnWords() {}

    /** The texts, none if the record holds nothing of the user's own. */
    static List<String> of(HinataRecord record, String userId) {
        boolean reader = fromReader(record);
        boolean foreign = record.author() != null && !isSelf(record.author(), userId);
        if (record.tag().stream().anyMatch(tag -> QUOTE_TAGS.contains(tag.toLowerCase(Locale.ROOT)))
                || (foreign && !reader)) {
            return List.of();
        }
        List<String> own = new ArrayList<>(2);
        if (!reader) {
            add(own, record.highlight());
            add(own, record.note());
        } else if (!record.highlight().isBlank() && record.note().length() <= LONGEST_REMARK) {
            add(own, record.note());
        }
        return own;
    }

    private static void add(List<String> own, String text) {
        if (!text.isBlank() && !conversation(text) && !Orders.in(text)) {
            own.add(text);
        }
    }

    private static boolean fromReader(HinataRecord record) {
        String source = record.source().toLowerCase(Locale.ROOT);
        return READERS.contains(source) || READERS.stream().anyMatch(reader -> source.startsWith(reader + "-"));
    }

    private static boolean isSelf(@Nullable String author, String userId) {
        return author != null && (author.equalsIgnoreCase(userId) || SELVES.contains(author.toLowerCase(Locale.ROOT)));
    }

    /** Several people's lines in one text: who says "I" there is not known. */
    private static boolean conversation(String text) {
        return SPOKEN_LINE
                                .matcher(text)
                                .results()
                                .map(line -> line.group(1))
                                .distinct()
                                .count()
                        > 1
                && SPOKEN_LINE.matcher(text).results().count() > 2;
    }
}
