package org.byenatos.applifecycle.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.byenatos.api.app.App;

/**
 * An app as it is kept.
 *
 * @param app the app
 * @param keyHash the hash of its key
 * @param earlier keys before it that may still be good
 */
public record AppEntry(App app, String keyHash, List<EarlierKey> earlier) {

    private static final int MOST_EARLIER = 8;

    public AppEntry {
        earlier = List.copyOf(earlier);
    }

    /** An app with its first key. */
    public AppEntry(App app, String keyHash) {
        this(app, keyHash, List.of());
    }

    /** The same with the app changed. */
    public AppEntry with(App changed) {
        return new AppEntry(changed, keyHash, earlier);
    }

    /**
     * The same with a new key. Those before it end by {@code until} at the latest; of very many the first end at once.
     */
    public AppEntry withKey(String hash, Instant now, Instant until) {
        List<EarlierKey> kept = new ArrayList<>();
        Stream.concat(Stream.of(new EarlierKey(keyHash, until)), earlier.stream())
                .map(key -> key.until().isAfter(until) ? new EarlierKey(key.hash(), until) : key)
                .filter(key -> key.until().isAfter(now))
                .sorted(Comparator.comparing(EarlierKey::until).reversed())
                .limit(MOST_EARLIER)
                .forEach(kept::add);
        return new AppEntry(app, hash, kept);
    }

    /** Whether a key with this hash opens the door at a time. */
    public boolean opens(String hash, Instant now) {
        return keyHash.equals(hash)
                || earlier.stream()
                        .anyMatch(key -> key.hash().equals(hash) && key.until().isAfter(now));
    }

    /** The hashes of all its keys. */
    List<String> hashes() {
        return Stream.concat(Stream.of(keyHash), earlier.stream().map(EarlierKey::hash))
                .toList();
    }

    @Override
    public String toString() {
        return "AppEntry[" + app.appId() + "]";
    }
}
