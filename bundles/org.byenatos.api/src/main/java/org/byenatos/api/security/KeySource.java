package org.byenatos.api.security;

/** Where the master key of a home comes from. */
public enum KeySource {
    /** Its file, {@code data/secrets/master.key}. */
    FILE,
    /** The environment variable {@code BYENATOS_MASTER_KEY}. */
    ENVIRONMENT,
    /** A passphrase, by Argon2id. */
    PASSPHRASE
}
