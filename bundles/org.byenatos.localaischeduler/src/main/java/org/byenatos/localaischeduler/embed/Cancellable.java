package org.byenatos.localaischeduler.embed;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Futures that hand a cancellation on to what they wait for. Stateless. */
public final class Cancellable {

    private Cancellable() {}

    /** What becomes of a result. */
    public static <T, R> CompletableFuture<R> apply(CompletableFuture<T> source, Function<T, R> function) {
        return linked(source, source.thenApply(function));
    }

    /** What is begun with a result. */
    public static <T, R> CompletableFuture<R> compose(
            CompletableFuture<T> source, Function<T, CompletableFuture<R>> function) {
        CompletableFuture<R> result = new CompletableFuture<>();
        var unused = source.whenComplete((value, failure) -> {
            if (failure != null) {
                result.completeExceptionally(Failures.cause(failure));
            } else {
                follow(result, value, function);
            }
        });
        return linked(source, result);
    }

    private static <T, R> void follow(
            CompletableFuture<R> result, T value, Function<T, CompletableFuture<R>> function) {
        try {
            CompletableFuture<R> next = function.apply(value);
            var linked = linked(next, result);
            var unused = next.whenComplete((made, failure) -> {
                if (failure == null) {
                    linked.complete(made);
                } else {
                    linked.completeExceptionally(Failures.cause(failure));
                }
            });
        } catch (RuntimeException failure) {
            result.completeExceptionally(failure);
        }
    }

    private static <R> CompletableFuture<R> linked(CompletableFuture<?> source, CompletableFuture<R> result) {
        var unused = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                source.cancel(false);
            }
        });
        return result;
    }
}
