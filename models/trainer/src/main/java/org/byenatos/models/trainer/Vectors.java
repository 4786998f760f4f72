package org.byenatos.models.trainer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Vectors of texts, each made once; cut ones are made unit vectors again. */
final class Vectors {
    private final Function<String, float[]> model;
    private final Map<String, float[]> whole;
    private final int dimensions;

    Vectors(Function<String, float[]> model) {
        this(model, new HashMap<>(), Integer.MAX_VALUE);
    }

    private Vectors(Function<String, float[]> model, Map<String, float[]> whole, int dimensions) {
        this.model = model;
        this.whole = whole;
        this.dimensions = dimensions;
    }

    Vectors cut(int to) {
        return new Vectors(model, whole, to);
    }

    float[] of(String text) {
        float[] vector = whole.computeIfAbsent(text, model);
        if (vector.length <= dimensions) {
            return vector;
        }
        float[] cut = Arrays.copyOf(vector, dimensions);
        Floats.scale(cut, 1 / Math.max(Floats.norm(cut), 1e-12f));
        return cut;
    }
}
