package org.byenatos.applifecycle.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.LimitExceededException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.PermissionDeniedException;
import org.byenatos.api.security.TokenKind;
import org.byenatos.api.security.Tokens;
import org.byenatos.api.state.StateKey;
import org.byenatos.applifecycle.state.AppEntry;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.Documents;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.Ids;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.Ledger;
import org.byenatos.applifecycle.state.SessionEntry;
import org.byenatos.applifecycle.state.SessionTable;

/** Opens sessions. Thread-safe. */
final class SessionOpening {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int ID_LENGTH = 24;

    private final Ledger ledger;
    private final Tokens tokens;
    private final Clock clock;
    private final Ids ids;
    private final Contexts contexts;
    private final Sweep sweep;
    private final int mostPerApp;

    SessionOpening(Ledger ledger, Tokens tokens, Clock clock, Ids ids, Contexts contexts, Sweep sweep, int mostPerApp) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.clock = clock;
        this.ids = ids;
        this.contexts = contexts;
        this.sweep = sweep;
        this.mostPerApp = mostPerApp;
    }

    NewSession open(String appId, SessionRequest request) {
        if (request.ttl().compareTo(SHORTEST) < 0 || request.ttl().compareTo(LONGEST) > 0) {
            throw new InvalidInputException("/ttl_seconds", "must be 1 to " + LONGEST.toSeconds());
        }
        AppContext context = AppContext.of(request.context(), "/context");
        SessionTable sessions = ledger.tables().sessions();
        takeRoom(appId, sessions);
        boolean opened = false;
        try {
            NewSession session = store(appId, request, context);
            opened = true;
            return session;
        } finally {
            if (!opened) {
                sessions.release(appId);
            }
        }
    }

    private NewSession store(String appId, SessionRequest request, AppContext context) {
        String token = tokens.mint(TokenKind.SESSION);
        String tokenHash = tokens.hash(token);
        Ledger.Work<NewSession> work = (tables, store) -> {
            GrantEntry grant = grant(tables.directory(), appId, request.userId());
            SessionEntry entry = entry(grant, tokenHash, request, !context.isEmpty());
            Map<StateKey, Json> documents = new HashMap<>();
            documents.put(Keys.session(entry), Documents.of(entry));
            GrantEntry used = grant.usedBy(entry);
            if (grant.grant().oneTime()) {
                documents.put(Keys.grant(request.userId(), appId), Documents.of(used));
            }
            if (entry.hasContext()) {
                documents.put(Keys.context(entry), context.json());
            }
            store.putAll(documents);
            if (entry.hasContext()) {
                contexts.remember(entry.sessionId(), context.json());
            }
            tables.sessions().add(entry);
            if (grant.grant().oneTime()) {
                tables.directory().put(used);
            }
            return new NewSession(
                    entry.session(context.json()), token, grant.grant().scopes());
        };
        // A grant for one session must not be used by two that open at once.
        return oneTime(appId, request.userId()) ? ledger.change(work) : ledger.beside(work);
    }

    private boolean oneTime(String appId, String userId) {
        GrantEntry grant = ledger.tables().directory().grant(userId, appId);
        return grant != null && grant.grant().oneTime();
    }

    private SessionEntry entry(GrantEntry grant, String tokenHash, SessionRequest request, boolean hasContext) {
        Instant now = clock.instant();
        return new SessionEntry(
                ids.letters(ID_LENGTH),
                grant.grant().appId(),
                grant.grant().userId(),
                grant.grantId(),
                tokenHash,
                now,
                now.plus(request.ttl()),
                hasContext);
    }

    private GrantEntry grant(Directory directory, String appId, String userId) {
        AppEntry app = directory.app(appId);
        if (app == null) {
            throw new NotFoundException("There is no app " + appId + ".");
        }
        Standing.requireActive(app.app());
        GrantEntry grant = directory.grant(userId, appId);
        if (grant == null || !grant.grant().validAt(clock.instant())) {
            throw new PermissionDeniedException("User " + userId + " has granted app " + appId
                    + " nothing; the owner or the user can: PUT /users/" + userId + "/grants/" + appId + ".");
        }
        if (grant.usedBy() != null) {
            throw new PermissionDeniedException("The grant of app " + appId + " on user " + userId
                    + " was for one session and is used up; it needs a new one.");
        }
        return grant;
    }

    private void takeRoom(String appId, SessionTable sessions) {
        if (sessions.reserve(appId, mostPerApp)) {
            return;
        }
        sweep.makeRoom(appId);
        if (!sessions.reserve(appId, mostPerApp)) {
            throw new LimitExceededException(
                    "App " + appId + " has " + mostPerApp + " open sessions, the most; close some or use them again.",
                    untilFirstEnds(appId, sessions));
        }
    }

    private Duration untilFirstEnds(String appId, SessionTable sessions) {
        Instant now = clock.instant();
        return sessions.where(session -> session.appId().equals(appId)).stream()
                .map(session -> Duration.between(now, session.expiresAt()))
                .filter(left -> left.compareTo(Duration.ZERO) > 0)
                .min(Duration::compareTo)
                .orElse(SHORTEST);
    }
}
