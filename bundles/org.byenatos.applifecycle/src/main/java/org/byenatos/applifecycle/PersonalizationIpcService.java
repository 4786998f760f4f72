package org.byenatos.applifecycle;

import org.byenatos.api.app.Caller;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.ipc.EventPage;
import org.byenatos.api.ipc.EventQuery;
import org.byenatos.api.ipc.NewMessage;
import org.byenatos.api.ipc.PersonalizationIpc;
import org.byenatos.api.runtime.CallGate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides messages and events. */
@Component(service = PersonalizationIpc.class)
public final class PersonalizationIpcService implements PersonalizationIpc {

    private final CallGate gate;
    private final PersonalizationIpc messages;

    /** @param module what the calls go to */
    @Activate
    public PersonalizationIpcService(@Reference AppLifecycle module) {
        this.gate = module.gate();
        this.messages = module.messages();
    }

    @Override
    public String send(String userId, String fromApp, NewMessage message) {
        return gate.call(() -> messages.send(userId, fromApp, message));
    }

    @Override
    public void tell(CoreEvent event) {
        gate.run(() -> messages.tell(event));
    }

    @Override
    public void forget(String userId) {
        gate.run(() -> messages.forget(userId));
    }

    @Override
    public void missed() {
        gate.run(messages::missed);
    }

    @Override
    public EventPage read(Caller caller, EventQuery query) {
        return gate.call(() -> messages.read(caller, query));
    }
}
