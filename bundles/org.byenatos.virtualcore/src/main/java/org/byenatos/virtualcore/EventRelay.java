package org.byenatos.virtualcore;

import java.util.function.Consumer;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.event.CoreEvents;
import org.byenatos.virtualcore.gateway.Kernel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where other modules tell what happened in them. */
@Component(service = CoreEvents.class)
public final class EventRelay implements CoreEvents {

    private final Consumer<CoreEvent> events;

    /** @param kernel who tells everybody */
    @Activate
    public EventRelay(@Reference Kernel kernel) {
        this.events = kernel.events();
    }

    @Override
    public void tell(CoreEvent event) {
        events.accept(event);
    }
}
