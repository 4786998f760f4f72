package org.byenatos.applifecycle.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.byenatos.api.app.Authenticator;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Scope;
import org.byenatos.api.error.UnauthenticatedException;
import org.byenatos.api.security.TokenKind;
import org.byenatos.api.security.Tokens;
import org.byenatos.applifecycle.state.AppEntry;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.Ledger;
import org.byenatos.applifecycle.state.SessionEntry;
import org.byenatos.applifecycle.state.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Tells who a token stands for, from the tables in memory. What a session may do is read from the present grant each
 * time. Thread-safe.
 */
public final class TokenAuthenticator implements Authenticator {

    private static final Caller OWNER = new Caller.Owner();
    private static final Caller ANONYMOUS = new Caller.Anonymous();

    private final Ledger ledger;
    private final Tokens tokens;
    private final Clock clock;
    private final Contexts contexts;

    TokenAuthenticator(Ledger ledger, Tokens tokens, Clock clock, Contexts contexts) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.clock = clock;
        this.contexts = contexts;
    }

    @Override
    public Caller identify(@Nullable String token) {
        if (token == null) {
            return ANONYMOUS;
        }
        TokenKind kind = TokenKind.of(token);
        if (kind == null) {
            throw unknown();
        }
        return switch (kind) {
            case OWNER -> owner(token);
            case APP -> app(token);
            case SESSION -> session(token);
            case USER -> person(token);
        };
    }

    private Caller owner(String token) {
        if (!tokens.isOwner(token)) {
            throw unknown();
        }
        return OWNER;
    }

    private Caller app(String token) {
        AppEntry entry = ledger.tables().directory().appByKey(tokens.hash(token), clock.instant());
        if (entry == null) {
            throw unknown();
        }
        Standing.requireActive(entry.app());
        return new Caller.AppItself(entry.app());
    }

    private Caller person(String token) {
        String userId = ledger.tables().directory().userByToken(tokens.hash(token));
        if (userId == null) {
            throw unknown();
        }
        return new Caller.Person(userId);
    }

    private Caller session(String token) {
        Tables tables = ledger.tables();
        Directory directory = tables.directory();
        SessionEntry session = tables.sessions().byToken(tokens.hash(token));
        AppEntry app = session == null ? null : directory.app(session.appId());
        if (session == null || app == null) {
            throw unknown();
        }
        Instant now = clock.instant();
        if (session.expiredAt(now)) {
            throw new UnauthenticatedException("The session has expired; open another with the app's key.");
        }
        Standing.requireActive(app.app());
        Set<Scope> scopes = Standing.scopes(directory, session, now);
        return new Caller.AppForUser(app.app(), session.session(contexts.of(session)), scopes);
    }

    private static UnauthenticatedException unknown() {
        return new UnauthenticatedException("The token is unknown, or was revoked, or its session has ended.");
    }
}
