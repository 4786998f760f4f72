package org.byenatos.models.trainer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a model reaches on data sets that it never saw, as a table for its card. */
final class Evaluation {
    private static final int[] CUTS = {256, 128, 64};

    private final ServedModel model;
    private final Path folder;

    Evaluation(ServedModel model, Path folder) {
        this.model = model;
        this.folder = folder.resolve("datasets");
    }

    String table() {
        if (!Files.isDirectory(folder)) {
            throw new TrainerException(folder + " is missing: --eval names the folder that holds it");
        }
        StringBuilder out = new StringBuilder("| measure | 256 | 128 | 64 dimensions |\n|---|---|---|---|\n");
        Vectors vectors = new Vectors(model::embed);
        for (Measure measure : measures()) {
            out.append("| ").append(measure.name());
            for (int cut : CUTS) {
                out.append(String.format(Locale.ROOT, " | %.4f", measure.of(vectors.cut(cut))));
            }
            out.append(" |\n");
        }
        return out.toString();
    }

    private List<Measure> measures() {
        Retrieval locomo = Retrieval.read(folder.resolve("locomo-dev"));
        Retrieval memdaily = Retrieval.read(folder.resolve("memdaily-dev"));
        Retrieval english = Retrieval.read(folder.resolve("xquad-en-dev"));
        Retrieval chinese = Retrieval.read(folder.resolve("xquad-zh-dev"));
        return List.of(
                new Measure("STS English, Spearman", Similarity.read(folder.resolve("sts-en-dev.tsv"))::spearman),
                new Measure("STS Chinese, Spearman", Similarity.read(folder.resolve("sts-zh-dev.tsv"))::spearman),
                new Measure("LoCoMo, turn among a chat's, R@10", v -> locomo.recall(v, 10)),
                new Measure("LoCoMo, with the author's name before the turn, R@10", v -> locomo.authored()
                        .recall(v, 10)),
                new Measure(
                        "LoCoMo adversarial, R@10", v -> locomo.adversarial().recall(v, 10)),
                new Measure("MemDaily, R@10", v -> memdaily.recall(v, 10)),
                new Measure("XQuAD English, sentence, R@1", v -> english.recall(v, 1)),
                new Measure("XQuAD Chinese, sentence, R@1", v -> chinese.recall(v, 1)),
                new Measure("XQuAD, Chinese question, English paragraph, R@10", v -> chinese.paragraphsOf(english, " ")
                        .recall(v, 10)),
                new Measure("XQuAD, English question, Chinese paragraph, R@10", v -> english.paragraphsOf(chinese, "")
                        .recall(v, 10)));
    }
}
