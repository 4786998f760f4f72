package org.byenatos.api.security;

import java.time.Instant;

/**
 * How the keys of a home stand; holds no secret.
 *
 * @param source where the master key comes from
 * @param generation how many keys have wrapped the users' keys by now, 1 at first
 * @param userKeys how many users have keys
 * @param changedAt when master key or passphrase last changed
 */
public record KeyState(KeySource source, int generation, int userKeys, Instant changedAt) {}
