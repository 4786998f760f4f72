package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.util.function.Consumer;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.virtualcore.job.Precedence;
import org.byenatos.virtualcore.job.ServiceScheduler;
import org.byenatos.virtualcore.runtime.Modules;
import org.byenatos.virtualcore.runtime.RuntimeManager;

/** What the calls behind the door are wired to. Thread-safe. */
public interface Kernel {

    /** The one door. */
    ApiGateway gateway();

    /** The services of the other modules. */
    Modules modules();

    /** The state of the modules. */
    RuntimeManager runtime();

    /** The durable jobs. */
    ServiceScheduler scheduler();

    /** The durable jobs that take care of what is kept; they run beside the others. */
    ServiceScheduler upkeep();

    /** What lets submissions go first. */
    Precedence precedence();

    /** Where to tell what happened. */
    Consumer<CoreEvent> events();

    /** What time it is. */
    Clock clock();
}
