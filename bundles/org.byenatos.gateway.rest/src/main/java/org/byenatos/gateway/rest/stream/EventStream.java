package org.byenatos.gateway.rest.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.ipc.Event;
import org.byenatos.api.ipc.EventPage;
import org.byenatos.api.ipc.EventQuery;
import org.byenatos.gateway.rest.http.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One stream to one reader. It holds at most one page that is not yet written, and reads the next only when the reader has
 * taken that: who reads slowly falls behind in the log, not here. Thread-safe.
 */
final class EventStream implements WriteListener, AsyncListener {

    private final EventSource source;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Runnable ended;
    private final Queue<byte[]> unwritten = new ArrayDeque<>();
    private EventQuery query;
    private String position;
    private boolean unflushed;
    private boolean last;
    private boolean over;

    /**
     * @param source where events come from
     * @param query what is wanted
     * @param first what was read when the stream was opened
     * @param context the request
     * @param ended told when the stream has ended
     */
    EventStream(EventSource source, EventQuery query, EventPage first, AsyncContext context, Runnable ended)
            throws IOException {
        this.source = source;
        this.query = query;
        this.position = first.position();
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.ended = ended;
        unwritten.add(SseText.opening(query.after() == null ? position : query.after()));
        take(first);
    }

    /** Begins to write. */
    void begin() {
        context.addListener(this);
        out.setWriteListener(this);
    }

    /** Writes what there is, as far as the reader takes it. */
    synchronized void pump() {
        try {
            while (!over && out.isReady()) {
                if (!step()) {
                    return;
                }
            }
        } catch (IOException gone) {
            end();
        }
    }

    /** Shows that the stream is alive, unless something else is on its way. */
    synchronized void beat() {
        if (unwritten.isEmpty() && !last) {
            unwritten.add(SseText.heartbeat(position));
        }
        pump();
    }

    /** Ends the stream, whatever its reader has taken. */
    synchronized void end() {
        if (over) {
            return;
        }
        over = true;
        try {
            context.complete();
        } catch (IllegalStateException already) {
            // The server has ended the request before.
        }
        ended.run();
    }

    /** Does one thing; false if there is nothing to do. */
    private boolean step() throws IOException {
        if (unwritten.isEmpty() && !last) {
            read();
        }
        byte[] next = unwritten.poll();
        if (next != null) {
            out.write(next);
            unflushed = true;
            return true;
        }
        if (unflushed) {
            unflushed = false;
            out.flush();
            return true;
        }
        if (last) {
            end();
        }
        return false;
    }

    private void read() {
        try {
            take(source.more(query.after(position)));
        } catch (UnavailableException away) {
            // A module is being replaced; the next pump reads again.
        } catch (RuntimeException refused) {
            unwritten.add(SseText.end(Problems.of(refused).body()));
            last = true;
        }
    }

    private void take(EventPage page) {
        if (page.gap()) {
            unwritten.add(SseText.gap());
        }
        for (Event event : page.events()) {
            unwritten.add(SseText.event(event));
        }
        position = page.position();
    }

    @Override
    public void onWritePossible() {
        pump();
    }

    @Override
    public void onError(@Nullable Throwable gone) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nothing begins again here.
    }
}
