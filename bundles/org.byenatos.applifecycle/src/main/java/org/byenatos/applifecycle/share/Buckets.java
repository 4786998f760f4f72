package org.byenatos.applifecycle.share;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Token buckets by name. A restart fills them. Thread-safe. */
final class Buckets {

    private final ConcurrentMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    /** Takes one; returns 0, or after how many nanoseconds there is one again. */
    long take(String name, int perMinute, long now) {
        return buckets.computeIfAbsent(name, any -> new TokenBucket(now)).take(now, TokenBucket.Share.of(perMinute));
    }

    /** Puts one back that was taken for nothing. */
    void giveBack(String name, int perMinute) {
        TokenBucket bucket = buckets.get(name);
        if (bucket != null) {
            bucket.giveBack(TokenBucket.Share.of(perMinute));
        }
    }

    /** Forgets all buckets but these. */
    void keepOnly(Set<String> names) {
        buckets.keySet().retainAll(names);
    }

    /** Forgets the buckets that are full, because new ones would be too. */
    void forgetFull(long now) {
        buckets.values().removeIf(bucket -> bucket.full(now));
    }
}
