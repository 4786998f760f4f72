package org.byenatos.models.trainer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A training folder of a few sentences, made up for these tests. */
final class Toy {
    static final Recipe RECIPE = new Recipe(7, 300, 150, 16, 3, 3, 60, 16, 0.05f, 0.01f, 1);

    private static final List<String> SUBJECTS =
            List.of("My sister", "The old gardener", "A tall pilot", "Our neighbour");
    private static final List<String> VERBS = List.of("waters", "paints", "repairs", "sells");
    private static final List<String> OBJECTS =
            List.of("the roses", "a wooden boat", "two bicycles", "the kitchen door");
    private static final List<String> CHINESE = List.of("我的姐姐", "老园丁", "高个子飞行员", "我们的邻居");
    private static final List<String> CHINESE_VERBS = List.of("浇灌", "粉刷", "修理", "出售");
    private static final List<String> CHINESE_OBJECTS = List.of("玫瑰", "木船", "两辆自行车", "厨房的门");

    private Toy() {}

    static Path folder(Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("texts"));
        StringBuilder books = new StringBuilder();
        StringBuilder english = new StringBuilder();
        StringBuilder both = new StringBuilder();
        StringBuilder chinese = new StringBuilder();
        StringBuilder single = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            String a = english(i, "every morning");
            String b = english(i, "in the small yard");
            books.append(a).append(".\n").append(b).append(".\n").append(i % 3 == 0 ? "\n" : "");
            english.append("self-dialogue\t").append(a).append('\t').append(b).append('\n');
            both.append("tatoeba\t")
                    .append(a)
                    .append('\t')
                    .append(chinese(i, "每天早上"))
                    .append("。\n");
            chinese.append("crosswoz\t")
                    .append(chinese(i, "每天早上"))
                    .append('\t')
                    .append(chinese(i, "在小院子里"))
                    .append('\n');
            single.append("voice-web-wiki\t").append(chinese(i, "在小院子里")).append("。\n");
        }
        for (int i = 0; i < 4; i++) {
            both.append("cc-cedict\tto ")
                    .append(VERBS.get(i))
                    .append("; to tend\t")
                    .append(CHINESE_VERBS.get(i))
                    .append('\n');
        }
        both.append("cc-cedict\ttwo of them 兩輛|两辆[liang3 liang4]\t两辆\n");
        write(folder.resolve("en-text.txt.xz"), books);
        write(folder.resolve("pairs-en.tsv.xz"), english);
        write(folder.resolve("pairs-en-zh.tsv.xz"), both);
        write(folder.resolve("pairs-zh.tsv.xz"), chinese);
        write(folder.resolve("zh-text.tsv.xz"), single);
        return folder;
    }

    private static String english(int i, String when) {
        return SUBJECTS.get(i % 4) + " " + VERBS.get(i / 4 % 4) + " " + OBJECTS.get(i / 16) + " " + when;
    }

    private static String chinese(int i, String when) {
        return CHINESE.get(i % 4) + when + CHINESE_VERBS.get(i / 4 % 4) + CHINESE_OBJECTS.get(i / 16);
    }

    private static void write(Path file, CharSequence text) throws IOException {
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(0))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
