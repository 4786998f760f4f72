package org.byenatos.localaischeduler.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.localaischeduler.queue.Team;
import org.byenatos.localaischeduler.queue.Work;

/** Runs the texts of several callers through one model at once. Thread-safe. */
public final class ModelTeam implements Team {

    private final OpenModel model;
    private final Runs runs;
    private final BooleanSupplier memoryShort;

    /**
     * @param runs what is known of the model's runs
     * @param memoryShort whether memory is short, so that batches are to be small
     */
    ModelTeam(OpenModel model, Runs runs, BooleanSupplier memoryShort) {
        this.model = model;
        this.runs = runs;
        this.memoryShort = memoryShort;
    }

    /** The model's id. */
    String name() {
        return runs.id();
    }

    /** How many tokens a text has for the model; on the caller's thread. */
    public int countTokens(String text) {
        return model.countTokens(new ModelInput(text));
    }

    @Override
    public int size(Priority priority) {
        return memoryShort.getAsBoolean() ? 1 : runs.texts();
    }

    @Override
    public void step(List<Work<?>> pieces, Priority priority) {
        List<ModelWork> works = pieces.stream().map(ModelWork.class::cast).toList();
        List<Integer> shares = new ArrayList<>();
        List<ModelInput> batch = gather(works, shares, size(priority));
        long start = System.nanoTime();
        List<float[]> rows = model.run(batch).rows();
        runs.add(batch.size(), batch.stream().mapToInt(ModelWork::width).sum(), System.nanoTime() - start);
        int from = 0;
        for (int i = 0; i < works.size(); i++) {
            works.get(i).take(rows.subList(from, from + shares.get(i)));
            from += shares.get(i);
        }
    }

    /** As many texts as take so long, one at least. */
    private List<ModelInput> gather(List<ModelWork> works, List<Integer> shares, int most) {
        List<ModelInput> batch = new ArrayList<>();
        double width = runs.width();
        double room = width == 0 ? Double.MAX_VALUE : width;
        for (ModelWork work : works) {
            int before = batch.size();
            for (ModelInput input : work.next(Math.max(0, most - before))) {
                room -= ModelWork.width(input);
                if (!batch.isEmpty() && room < 0) {
                    break;
                }
                batch.add(input);
            }
            shares.add(batch.size() - before);
        }
        return batch;
    }
}
