package org.byenatos.localaischeduler;

import java.time.Instant;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.event.CoreEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands on what becomes of models, while there is somebody to tell. Apart from the entry, which the core that is told
 * depends on.
 */
@Component(immediate = true, service = ModelNews.class)
public final class ModelNews {

    private final LocalAiScheduler scheduler;

    /**
     * @param scheduler where it happens
     * @param events where it is told
     */
    @Activate
    public ModelNews(@Reference LocalAiScheduler scheduler, @Reference CoreEvents events) {
        this.scheduler = scheduler;
        scheduler.tell((model, what) -> events.tell(new CoreEvent.ModelChanged(Instant.now(), model, what)));
    }

    @Deactivate
    void stop() {
        scheduler.tell(LocalAiScheduler.NOBODY);
    }
}
