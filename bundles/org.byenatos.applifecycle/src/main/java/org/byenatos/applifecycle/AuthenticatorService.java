package org.byenatos.applifecycle;

import org.byenatos.api.app.Authenticator;
import org.byenatos.api.app.Caller;
import org.byenatos.api.runtime.CallGate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides who a token stands for. */
@Component(service = Authenticator.class)
public final class AuthenticatorService implements Authenticator {

    private final CallGate gate;
    private final Authenticator authenticator;

    /** @param module what the calls go to */
    @Activate
    public AuthenticatorService(@Reference AppLifecycle module) {
        this.gate = module.gate();
        this.authenticator = module.sessions().authenticator();
    }

    @Override
    public Caller identify(@Nullable String token) {
        return gate.call(() -> authenticator.identify(token));
    }
}
