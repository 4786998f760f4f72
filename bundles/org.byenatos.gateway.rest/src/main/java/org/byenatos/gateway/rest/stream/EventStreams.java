package org.byenatos.gateway.rest.stream;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.byenatos.api.Credential;
import org.byenatos.api.PersonalData;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.ipc.EventPage;
import org.byenatos.api.ipc.EventQuery;
import org.byenatos.api.ipc.EventSignal;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.gateway.rest.http.Streaming;

/**
 * The open streams. One thread writes to all of them when there is news, looks every second whether their readers still
 * may read, and shows every 15 seconds that they are alive. When the gateway stops they end, and their readers come back
 * to its successor with {@code Last-Event-ID}. Thread-safe.
 */
public final class EventStreams implements EventSignal, AutoCloseable {

    private static final int MOST = 500;
    private static final int MOST_OF_ONE = 16;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_A_BEAT = 15;
    private static final long PATIENCE_MILLIS = 5_000;

    private final ServiceSlot<PersonalData> data;
    private final List<Open> streams = new CopyOnWriteArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private final AtomicBoolean told = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    /** @param data where events come from */
    public EventStreams(ServiceSlot<PersonalData> data) {
        this.data = data;
        this.thread = new Thread(this::run, "byenatos-event-streams");
        thread.setDaemon(true);
    }

    private record Open(Credential credential, EventStream stream) {}

    /** Begins to serve streams. */
    public void start() {
        thread.start();
    }

    @Override
    public void news() {
        if (!told.getAndSet(true)) {
            news.release();
        }
    }

    /** Opens a stream; refused at once if the caller may not read, or has too many open. */
    public Streaming open(Credential credential, EventQuery query) {
        long own = streams.stream()
                .filter(open -> open.credential().equals(credential))
                .count();
        if (closed || own >= MOST_OF_ONE || streams.size() >= MOST) {
            throw new LimitExceededException(
                    "There are as many event streams open as there may be, " + MOST_OF_ONE + " with one token and "
                            + MOST + " in all; end one or use it again.",
                    TICK);
        }
        EventPage first = data.call(calls -> calls.openEvents(credential, query));
        return context -> begin(context, credential, query, first);
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closed = true;
        news.release();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        streams.forEach(open -> open.stream().end());
    }

    private void begin(AsyncContext context, Credential credential, EventQuery query, EventPage first)
            throws IOException {
        Open[] self = new Open[1];
        EventStream stream = new EventStream(
                next -> data.call(calls -> calls.moreEvents(credential, next)),
                query,
                first,
                context,
                () -> streams.remove(self[0]));
        self[0] = new Open(credential, stream);
        streams.add(self[0]);
        stream.begin();
        if (closed) {
            stream.end();
        }
    }

    private void run() {
        try {
            long beat = System.nanoTime();
            while (!closed) {
                news.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS);
                told.set(false);
                boolean due = System.nanoTime() - beat > TICKS_A_BEAT * TICK.toNanos();
                beat = due ? System.nanoTime() : beat;
                serve(due);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(boolean beat) {
        for (Open open : streams) {
            if (closed) {
                return;
            }
            if (beat) {
                open.stream().beat();
            } else {
                open.stream().pump();
            }
        }
    }
}
