package org.byenatos.models.trainer;

import java.util.function.ToDoubleFunction;

/** A figure of merit, and how it is had from the vectors of a model. */
record Measure(String name, ToDoubleFunction<Vectors> figure) {
    double of(Vectors vectors) {
        return figure.applyAsDouble(vectors);
    }
}
