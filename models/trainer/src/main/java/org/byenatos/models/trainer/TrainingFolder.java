package org.byenatos.models.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tukaani.xz.XZInputStream;

/** Reads a folder of training texts: five xz files, UTF-8. */
final class TrainingFolder {
    private static final String BOOKS = "en-text.txt.xz";
    private static final String ENGLISH = "pairs-en.tsv.xz";
    private static final String BILINGUAL = "pairs-en-zh.tsv.xz";
    private static final String CHINESE = "pairs-zh.tsv.xz";
    private static final String CHINESE_TEXTS = "zh-text.tsv.xz";

    private final Path folder;

    TrainingFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws TrainerException if a file is missing or is not what it should be */
    TrainingTexts read() {
        for (String name : List.of(BOOKS, ENGLISH, BILINGUAL, CHINESE, CHINESE_TEXTS)) {
            if (!Files.isReadable(folder.resolve(name))) {
                throw new TrainerException(folder.resolve(name) + " is missing: --data names the folder that holds it");
            }
        }
        return new TrainingTexts(paragraphs(), pairs(ENGLISH), pairs(BILINGUAL), pairs(CHINESE), pairs(CHINESE_TEXTS));
    }

    private List<List<String>> paragraphs() {
        List<List<String>> out = new ArrayList<>();
        List<String> open = new ArrayList<>();
        lines(BOOKS, line -> {
            if (!line.isBlank()) {
                open.add(line);
            } else if (!open.isEmpty()) {
                out.add(List.copyOf(open));
                open.clear();
            }
        });
        if (!open.isEmpty()) {
            out.add(List.copyOf(open));
        }
        return out;
    }

    private List<Pair> pairs(String name) {
        List<Pair> out = new ArrayList<>();
        lines(name, line -> {
            String[] cells = line.split("\t", -1);
            if (cells.length < 2) {
                throw new TrainerException(folder.resolve(name) + " holds a line without a tab");
            }
            out.add(new Pair(cells[0].intern(), cells[1], cells.length > 2 ? cells[2] : ""));
        });
        return out;
    }

    private void lines(String name, Consumer<String> to) {
        Path file = folder.resolve(name);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new XZInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                to.accept(line);
            }
        } catch (IOException e) {
            throw new TrainerException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
