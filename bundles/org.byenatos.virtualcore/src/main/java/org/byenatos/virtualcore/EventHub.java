package org.byenatos.virtualcore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.event.CoreEventListener;
import org.byenatos.api.ipc.PersonalizationIpc;
import org.byenatos.api.runtime.ServiceSlot;

/**
 * Tells every listener of every event, and those whom PersonalizationIpc serves; one that throws harms nobody else. What
 * could not be told because the module was away is told of as a gap. Thread-safe.
 */
final class EventHub implements Consumer<CoreEvent> {

    private static final System.Logger LOG = System.getLogger(EventHub.class.getName());

    private final List<CoreEventListener> listeners = new CopyOnWriteArrayList<>();

    private final ServiceSlot<PersonalizationIpc> ipc;
    private final AtomicBoolean missed = new AtomicBoolean();

    EventHub(ServiceSlot<PersonalizationIpc> ipc) {
        this.ipc = ipc;
    }

    void add(CoreEventListener listener) {
        listeners.add(listener);
    }

    void remove(CoreEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void accept(CoreEvent event) {
        tellApps(event);
        for (CoreEventListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "A listener failed on " + event.name(), failed);
            }
        }
    }

    private void tellApps(CoreEvent event) {
        try {
            if (missed.get()) {
                ipc.run(PersonalizationIpc::missed);
                missed.set(false);
            }
            ipc.run(service -> service.tell(event));
        } catch (ByenatosException away) {
            missed.set(true);
            LOG.log(System.Logger.Level.WARNING, "Apps could not be told of {0}: {1}", event.name(), away.getMessage());
        }
    }
}
