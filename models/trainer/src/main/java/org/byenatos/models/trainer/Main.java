package org.byenatos.models.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;

/** The commands of the trainer. */
public final class Main {
    private static final String USAGE = """
            train --data FOLDER --out FOLDER [--work FOLDER] [--seed 1] [--threads 2] [--steps N] [--eval FOLDER]
                trains a model from the texts in --data and writes it to --out; the same command goes on after a stop
            evaluate --model FOLDER --eval FOLDER
                prints what the model in --model reaches on the data sets in --eval""";

    private static final int KEEP_EVERY = 1000;

    private final PrintStream screen;

    private Main(PrintStream screen) {
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        System.exit(new Main(System.out).run(arguments));
    }

    private int run(String[] arguments) {
        try {
            String command = arguments.length == 0 ? "" : arguments[0];
            switch (command) {
                case "train" -> train(arguments);
                case "evaluate" -> evaluate(arguments);
                default -> throw new TrainerException(USAGE);
            }
            return 0;
        } catch (TrainerException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println("can't read or write: " + e);
            return 1;
        }
    }

    private void train(String[] all) throws IOException {
        Arguments a = new Arguments(all, Set.of("data", "out", "work", "seed", "threads", "steps", "eval"));
        Recipe standard = Recipe.standard();
        Recipe recipe = standard.with(a.number("seed", (int) standard.seed()), a.number("steps", standard.steps()));
        Path out = a.path("out");
        WorkFolder work = WorkFolder.open(a.path("work", Path.of(out + ".work")), recipe);
        ModelFolder model = new ModelFolder(out);
        try (Workers workers = new Workers(a.number("threads", 2))) {
            new Training(recipe, work, workers, screen, KEEP_EVERY).run(a.path("data"), model);
        }
        Path eval = a.path("eval", Path.of(""));
        if (!eval.toString().isEmpty()) {
            measure(model, eval);
        }
    }

    private void evaluate(String[] all) throws IOException {
        Arguments a = new Arguments(all, Set.of("model", "eval"));
        measure(new ModelFolder(a.path("model")).whole(), a.path("eval"));
    }

    private void measure(ModelFolder model, Path eval) throws IOException {
        try (ServedModel served = ServedModel.open(model)) {
            screen.println(new Evaluation(served, eval).table());
        }
    }
}
