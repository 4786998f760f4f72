package org.byenatos.localaischeduler.compute;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.localaischeduler.queue.Team;
import org.byenatos.localaischeduler.queue.Timing;
import org.byenatos.localaischeduler.queue.Work;
import org.jspecify.annotations.Nullable;

/** Texts for a model, run in batches with those of others; texts of like length run together. */
public final class ModelWork implements Work<ModelWork.Rows> {

    private final ModelTeam team;
    private final List<ModelInput> inputs;
    private final @Nullable String app;
    private final int[] widths;
    private final int[] order;
    private final float[][] rows;
    private int done;
    private long widthDone;

    /**
     * What the model gave.
     *
     * @param rows a row a text, in order
     * @param timing where the time went
     */
    public record Rows(List<float[]> rows, Timing timing) {}

    /**
     * @param team what runs the model
     * @param inputs the texts
     * @param app for which app, {@code null} for none
     */
    public ModelWork(ModelTeam team, List<ModelInput> inputs, @Nullable String app) {
        this.team = team;
        this.inputs = List.copyOf(inputs);
        this.app = app;
        this.rows = new float[inputs.size()][];
        this.widths = inputs.stream().mapToInt(ModelWork::width).toArray();
        this.order = IntStream.range(0, inputs.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> widths[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** The next texts, at most so many. */
    List<ModelInput> next(int most) {
        return Arrays.stream(order, done, Math.min(order.length, done + most))
                .mapToObj(inputs::get)
                .toList();
    }

    /** Takes the rows of the next texts. */
    void take(List<float[]> made) {
        for (float[] row : made) {
            widthDone += widths[order[done]];
            rows[order[done++]] = row;
        }
    }

    @Override
    public boolean step() {
        throw new IllegalStateException("Its team does its steps.");
    }

    @Override
    public Rows result(Timing timing) {
        return new Rows(List.of(rows), timing);
    }

    @Override
    public long characters() {
        return inputs.stream().mapToLong(input -> (long) length(input)).sum();
    }

    @Override
    public @Nullable String app() {
        return app;
    }

    @Override
    public Team team() {
        return team;
    }

    @Override
    public String kind() {
        return team.name();
    }

    @Override
    public long done() {
        return widthDone;
    }

    @Override
    public int units() {
        return order.length - done;
    }

    /** About how much a model has to read: a Chinese character is a token, of other scripts it takes three or more. */
    static int width(ModelInput input) {
        return width(input.text()) + (input.second() == null ? 0 : width(input.second()));
    }

    private static int width(String text) {
        int width = 16;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) >= 0x2E80 ? 3 : 1;
        }
        return width;
    }

    private static int length(ModelInput input) {
        return input.text().length()
                + (input.second() == null ? 0 : input.second().length());
    }
}
