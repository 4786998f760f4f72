package org.byenatos.applifecycle.state;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The sessions in memory, without their contexts. Thread-safe. */
public final class SessionTable {

    private final ConcurrentMap<String, SessionEntry> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, SessionEntry> byToken = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> perApp = new ConcurrentHashMap<>();

    /** The session with this identifier. */
    public @Nullable SessionEntry find(String sessionId) {
        return byId.get(sessionId);
    }

    /** The session whose token has this hash. */
    public @Nullable SessionEntry byToken(String tokenHash) {
        return byToken.get(tokenHash);
    }

    /** All sessions that pass a test. */
    public List<SessionEntry> where(Predicate<SessionEntry> test) {
        return byId.values().stream().filter(test).toList();
    }

    /** Takes room for one more session of an app, to be filled by {@link #add} or given back by {@link #release}. */
    public boolean reserve(String appId, int most) {
        AtomicInteger count = perApp.computeIfAbsent(appId, app -> new AtomicInteger());
        return count.getAndUpdate(now -> now < most ? now + 1 : now) < most;
    }

    /** Gives room back. */
    public void release(String appId) {
        AtomicInteger count = perApp.get(appId);
        if (count != null) {
            count.decrementAndGet();
        }
    }

    /** Adds a session for which room was taken. */
    public void add(SessionEntry entry) {
        byId.put(entry.sessionId(), entry);
        byToken.put(entry.tokenHash(), entry);
    }

    /** Puts a changed session in place of the one before, unless it is gone. */
    public void replace(SessionEntry entry) {
        if (byId.replace(entry.sessionId(), entry) != null) {
            byToken.replace(entry.tokenHash(), entry);
        }
    }

    /** Removes a session and gives its room back. Returns whether it was there. */
    public boolean remove(SessionEntry entry) {
        byToken.remove(entry.tokenHash());
        boolean there = byId.remove(entry.sessionId()) != null;
        if (there) {
            release(entry.appId());
        }
        return there;
    }
}
