package org.byenatos.applifecycle.state;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.byenatos.api.app.User;
import org.byenatos.api.state.StateStore;

/** Reads the tables from the state store. Stateless. */
final class TableLoader {

    private final Clock clock;

    TableLoader(Clock clock) {
        this.clock = clock;
    }

    Tables load(StateStore store) {
        Directory directory = new Directory();
        store.list(Keys.APPS).forEach((key, json) -> directory.put(Documents.app(key, json)));
        store.list(Keys.USERS).forEach((key, json) -> directory.put(Documents.user(key, json)));
        store.list(Keys.GRANTS).forEach((key, json) -> directory.put(Documents.grant(key, json)));
        if (directory.user(User.OWNER).isEmpty()) {
            UserEntry owner = new UserEntry(new User(User.OWNER, null, clock.instant()), null);
            store.putIfAbsent(Keys.user(User.OWNER), Documents.of(owner));
            directory.put(owner);
        }
        return new Tables(directory, sessions(store), days(store));
    }

    private static Map<String, DayUse> days(StateStore store) {
        Map<String, DayUse> days = new HashMap<>();
        store.list(Keys.DAYS).forEach((key, json) -> days.put(key.id(), Documents.day(key, json)));
        return days;
    }

    private static SessionTable sessions(StateStore store) {
        SessionTable sessions = new SessionTable();
        store.list(Keys.SESSIONS).forEach((key, json) -> {
            SessionEntry session = Documents.session(key, json);
            sessions.reserve(session.appId(), Integer.MAX_VALUE);
            sessions.add(session);
        });
        return sessions;
    }
}
