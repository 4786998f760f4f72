package org.byenatos.applifecycle.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.NewUser;
import org.byenatos.api.app.User;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.ConflictException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.security.TokenKind;
import org.byenatos.api.security.Tokens;
import org.byenatos.applifecycle.state.Directory;
import org.byenatos.applifecycle.state.Documents;
import org.byenatos.applifecycle.state.GrantEntry;
import org.byenatos.applifecycle.state.Ids;
import org.byenatos.applifecycle.state.Keys;
import org.byenatos.applifecycle.state.Ledger;
import org.byenatos.applifecycle.state.UserEntry;
import org.jspecify.annotations.Nullable;

/** The users and what they granted, kept in the state store. Thread-safe. */
public final class Users implements UserDirectory {

    private final Ledger ledger;
    private final Tokens tokens;
    private final Clock clock;
    private final GrantIds grantIds;

    /**
     * @param ledger where users are kept
     * @param tokens makes users' tokens
     * @param clock what time it is
     * @param ids makes identifiers
     */
    public Users(Ledger ledger, Tokens tokens, Clock clock, Ids ids) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.clock = clock;
        this.grantIds = new GrantIds(ids);
    }

    @Override
    public NewUser create(String userId, @Nullable String displayName) {
        Rules.check(userId, displayName);
        String token = tokens.mint(TokenKind.USER);
        UserEntry entry = new UserEntry(new User(userId, displayName, clock.instant()), tokens.hash(token));
        return ledger.change((tables, store) -> {
            if (tables.directory().user(userId).isPresent()) {
                throw new ConflictException("The user_id " + userId + " is taken; choose another.");
            }
            store.put(Keys.user(userId), Documents.of(entry));
            tables.directory().put(entry);
            return new NewUser(entry.user(), token);
        });
    }

    @Override
    public Optional<User> find(String userId) {
        return ledger.tables().directory().user(userId);
    }

    @Override
    public List<User> list() {
        return ledger.tables().directory().users();
    }

    @Override
    public Grant grant(Grant grant) {
        if (grant.scopes().isEmpty()) {
            throw new InvalidInputException("/scopes", "must hold a scope; to take a grant back, DELETE it");
        }
        if (!grant.validAt(clock.instant())) {
            throw new InvalidInputException("/expires_at", "must lie in the future");
        }
        return ledger.change((tables, store) -> {
            Directory directory = tables.directory();
            requireBoth(directory, grant);
            GrantEntry entry = grantIds.next(directory, grant, clock.instant());
            store.put(Keys.grant(grant.userId(), grant.appId()), Documents.of(entry));
            directory.put(entry);
            return grant;
        });
    }

    @Override
    public Optional<Grant> grant(String userId, String appId) {
        return Optional.ofNullable(ledger.tables().directory().grant(userId, appId))
                .map(GrantEntry::grant)
                .filter(grant -> grant.validAt(clock.instant()));
    }

    @Override
    public boolean revoke(String userId, String appId) {
        return ledger.change((tables, store) -> {
            GrantEntry entry = tables.directory().grant(userId, appId);
            if (entry == null) {
                return false;
            }
            boolean held = entry.grant().validAt(clock.instant());
            store.delete(Keys.grant(userId, appId));
            tables.directory().remove(entry);
            return held;
        });
    }

    @Override
    public boolean adopt(String userId, Json document) {
        GrantEntry entry = Documents.grant(document);
        Grant read = entry.grant();
        Grant grant = new Grant(userId, read.appId(), read.scopes(), read.expiresAt(), read.oneTime());
        Directory directory = ledger.tables().directory();
        boolean useful = entry.usedBy() == null
                && !grant.scopes().isEmpty()
                && grant.validAt(clock.instant())
                && directory.app(grant.appId()) != null
                && directory.grant(userId, grant.appId()) == null;
        if (useful) {
            grant(grant);
        }
        return useful;
    }

    @Override
    public Map<String, Long> remove(String userId) {
        return ledger.change((tables, store) -> {
            UserEntry user = tables.directory().entry(userId);
            return user == null ? Map.of() : UserRemoval.remove(user, tables, store);
        });
    }

    private static void requireBoth(Directory directory, Grant grant) {
        if (directory.user(grant.userId()).isEmpty()) {
            throw new NotFoundException("There is no user " + grant.userId() + ".");
        }
        if (directory.app(grant.appId()) == null) {
            throw new NotFoundException("There is no app " + grant.appId() + ".");
        }
    }
}
