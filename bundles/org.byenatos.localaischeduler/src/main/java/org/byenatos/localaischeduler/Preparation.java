package org.byenatos.localaischeduler;

import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets the module prepare itself when the framework has started all bundles, at once if it has: what nobody waits for does
 * not delay the start of the rest.
 */
@Component(immediate = true, service = Preparation.class)
public final class Preparation implements FrameworkListener {

    private final LocalAiScheduler scheduler;
    private final BundleContext context;
    private final AtomicBoolean due = new AtomicBoolean(true);

    /**
     * @param scheduler what is prepared
     * @param context tells of the framework
     */
    @Activate
    public Preparation(@Reference LocalAiScheduler scheduler, BundleContext context) {
        this.scheduler = scheduler;
        this.context = context;
    }

    @Activate
    void start() {
        context.addFrameworkListener(this);
        if (context.getBundle(0).getState() == Bundle.ACTIVE) {
            prepareOnce();
        }
    }

    @Deactivate
    void stop() {
        context.removeFrameworkListener(this);
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTED) {
            prepareOnce();
        }
    }

    private void prepareOnce() {
        if (due.getAndSet(false)) {
            scheduler.prepare();
        }
    }
}
