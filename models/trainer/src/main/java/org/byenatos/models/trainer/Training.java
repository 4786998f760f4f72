package org.byenatos.models.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A whole training, stage by stage: vocabulary, texts as tokens, first table, contrastive steps, model folder. What a stage
 * made is kept in the work folder, and a training that was stopped goes on from there.
 */
final class Training {
    private static final int TELL_EVERY = 250;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int SAMPLE = 20_000;

    private final Recipe recipe;
    private final WorkFolder work;
    private final Workers workers;
    private final PrintStream screen;
    private final int keepEvery;

    /** @param keepEvery after how many steps a checkpoint is written */
    Training(Recipe recipe, WorkFolder work, Workers workers, PrintStream screen, int keepEvery) {
        this.recipe = recipe;
        this.work = work;
        this.workers = workers;
        this.screen = screen;
        this.keepEvery = keepEvery;
    }

    void run(Path data, ModelFolder to) throws IOException {
        tell("reading " + data);
        TrainingTexts raw = new TrainingFolder(data).read();
        Simplifier simplifier = Simplifier.learn(raw.bilingual());
        TrainingTexts texts = simplifier.simplify(raw);
        Vocabulary vocabulary = work.vocabulary(() -> {
            tell("learning a vocabulary");
            return Vocabulary.learn(texts, simplifier, recipe);
        });
        tell(vocabulary.tokens().size() + " tokens, " + vocabulary.merges().size() + " merges");
        try (TextTokenizer tokenizer = TextTokenizer.open(work.tokenizer())) {
            EncodedTexts encoded = work.encoded(() -> {
                tell("texts to tokens");
                return EncodedTexts.of(texts, tokenizer, workers);
            });
            Sources sources = new Sources(encoded, Lexicon.of(texts.bilingual(), tokenizer, vocabulary), tokenizer);
            float[][] table = contrast(start(encoded, vocabulary), sources.all());
            to.write(QuantisedTable.of(finished(table, sample(encoded))), work.tokenizer());
        }
        tell("wrote " + to.path());
    }

    private Checkpoint start(EncodedTexts encoded, Vocabulary vocabulary) throws IOException {
        Checkpoint last = work.checkpoint(() -> {
            tell("first table");
            Documents documents = Documents.of(encoded, vocabulary.tokens().size());
            return Checkpoint.begin(new FirstTable(recipe, workers).of(documents, vocabulary));
        });
        tell("at step " + last.step() + " of " + recipe.steps());
        return last;
    }

    private float[][] contrast(Checkpoint last, List<Source> sources) throws IOException {
        Contrast contrast = new Contrast(last.table(), last.adam(), recipe, workers);
        double loss = 0;
        for (int step = last.step() + 1; step <= recipe.steps(); step++) {
            SplittableRandom random = new SplittableRandom(recipe.seed() * MIX + step);
            Batch batch = choose(sources, random).batch(recipe.batch(), random);
            float rate = recipe.learningRate() * (recipe.steps() - step + 1) / recipe.steps();
            loss += contrast.step(batch, rate, step) / Math.min(TELL_EVERY, keepEvery);
            if (step % Math.min(TELL_EVERY, keepEvery) == 0) {
                tell("step %d of %d, loss %.3f".formatted(step, recipe.steps(), loss));
                loss = 0;
            }
            if (step % keepEvery == 0 || step == recipe.steps()) {
                work.keep(last.at(step));
            }
        }
        return last.table();
    }

    private static Source choose(List<Source> sources, SplittableRandom random) {
        double left = random.nextDouble()
                * sources.stream().mapToDouble(Source::weight).sum();
        for (Source source : sources) {
            left -= source.weight();
            if (left < 0) {
                return source;
            }
        }
        return sources.get(sources.size() - 1);
    }

    private float[][] finished(float[][] table, List<int[]> sample) {
        float[][] sharp = Sharpening.sharpened(table, recipe.sharpness());
        return Rotation.turned(sharp, sample, workers);
    }

    /** English and Chinese alike. */
    private static List<int[]> sample(EncodedTexts encoded) {
        List<int[]> out = new ArrayList<>();
        TokenTexts chinese = encoded.of("voice-web-wiki-text").a();
        for (TokenTexts texts : List.of(encoded.sentences(), chinese)) {
            for (int i = 0; i < Math.min(SAMPLE, texts.size()); i++) {
                out.add(texts.get((int) ((long) i * texts.size() / Math.min(SAMPLE, texts.size()))));
            }
        }
        return out;
    }

    private void tell(String what) {
        long seconds = java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
        screen.printf("%3d:%02d  %s%n", seconds / 60, seconds % 60, what);
    }
}
