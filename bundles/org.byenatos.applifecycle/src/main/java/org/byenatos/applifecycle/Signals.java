package org.byenatos.applifecycle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.byenatos.api.ipc.EventSignal;

/** Those who want to know of news; one that throws harms nobody else. Thread-safe. */
final class Signals {

    private static final Logger LOG = System.getLogger(Signals.class.getName());

    private final List<EventSignal> signals = new CopyOnWriteArrayList<>();

    void add(EventSignal signal) {
        signals.add(signal);
    }

    void remove(EventSignal signal) {
        signals.remove(signal);
    }

    /** Tells them all. */
    void news() {
        for (EventSignal signal : signals) {
            try {
                signal.news();
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "A listener to news failed", failed);
            }
        }
    }
}
