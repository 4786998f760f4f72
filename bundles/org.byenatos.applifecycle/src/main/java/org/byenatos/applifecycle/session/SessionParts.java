package org.byenatos.applifecycle.session;

import java.time.Clock;
import org.byenatos.api.app.Authenticator;
import org.byenatos.api.app.SessionManager;
import org.byenatos.api.security.Tokens;
import org.byenatos.applifecycle.state.Ids;
import org.byenatos.applifecycle.state.Ledger;

/**
 * What concerns sessions, wired together.
 *
 * @param manager the sessions
 * @param authenticator who a token stands for
 * @param sweep clears away what is over
 */
public record SessionParts(SessionManager manager, Authenticator authenticator, Sweep sweep) {

    /**
     * Wires them.
     *
     * @param ledger where sessions are kept
     * @param tokens makes and recognises tokens
     * @param clock what time it is
     * @param ids makes identifiers
     * @param mostPerApp how many sessions an app may have open
     */
    public static SessionParts of(Ledger ledger, Tokens tokens, Clock clock, Ids ids, int mostPerApp) {
        Contexts contexts = new Contexts(ledger);
        Sweep sweep = new Sweep(ledger, clock, contexts);
        SessionOpening opening = new SessionOpening(ledger, tokens, clock, ids, contexts, sweep, mostPerApp);
        return new SessionParts(
                new Sessions(ledger, clock, contexts, opening),
                new TokenAuthenticator(ledger, tokens, clock, contexts),
                sweep);
    }
}
