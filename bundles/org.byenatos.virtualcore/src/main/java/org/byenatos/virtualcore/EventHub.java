package org.byenatos.virtualcore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.event.CoreEventListener;

/** Tells every listener of every event; a listener that throws harms nobody else. Thread-safe. */
final class EventHub implements Consumer<CoreEvent> {

    private static final System.Logger LOG = System.getLogger(EventHub.class.getName());

    private final List<CoreEventListener> listeners = new CopyOnWriteArrayList<>();

    void add(CoreEventListener listener) {
        listeners.add(listener);
    }

    void remove(CoreEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void accept(CoreEvent event) {
        for (CoreEventListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "A listener failed on " + event.name(), failed);
            }
        }
    }
}
