package org.byenatos.localaischeduler.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.byenatos.localaischeduler.compute.ModelWork.Rows;
import org.byenatos.localaischeduler.queue.Timing;

/** Rows that are made in parts, each a piece of work of its own. Stateless. */
final class Parts {

    private Parts() {}

    /** Begins all parts; the rows of all, in order. What ends one of them otherwise ends them all. */
    static CompletableFuture<Rows> joined(List<Supplier<CompletableFuture<Rows>>> parts) {
        List<CompletableFuture<Rows>> begun = begin(parts);
        if (begun.size() == 1) {
            return begun.get(0);
        }
        CompletableFuture<Rows> joined = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(begun.size());
        for (CompletableFuture<Rows> part : begun) {
            var unused = part.whenComplete((rows, failure) -> {
                if (failure != null) {
                    joined.completeExceptionally(Failures.cause(failure));
                } else if (left.decrementAndGet() == 0) {
                    joined.complete(
                            join(begun.stream().map(CompletableFuture::join).toList()));
                }
            });
        }
        var unused = joined.whenComplete((rows, failure) -> begun.forEach(part -> part.cancel(false)));
        return joined;
    }

    private static List<CompletableFuture<Rows>> begin(List<Supplier<CompletableFuture<Rows>>> parts) {
        List<CompletableFuture<Rows>> begun = new ArrayList<>();
        try {
            parts.forEach(part -> begun.add(part.get()));
            return begun;
        } catch (RuntimeException refused) {
            begun.forEach(part -> part.cancel(false));
            throw refused;
        }
    }

    /** They waited beside each other; what they took adds up. */
    private static Rows join(List<Rows> parts) {
        List<float[]> rows =
                parts.stream().flatMap(part -> part.rows().stream()).toList();
        long waited = parts.stream()
                .mapToLong(part -> part.timing().queueNanos())
                .max()
                .orElse(0);
        long computed =
                parts.stream().mapToLong(part -> part.timing().computeNanos()).sum();
        return new Rows(rows, new Timing(waited, computed));
    }
}
