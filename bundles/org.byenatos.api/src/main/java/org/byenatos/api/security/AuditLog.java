package org.byenatos.api.security;

import org.osgi.annotation.versioning.ProviderType;

/** The append-only, hash-chained log of who read or changed what. Thread-safe. */
@ProviderType
public interface AuditLog {

    /** Appends a line. Returns at once; lines reach the disk within a second, in order. */
    void append(AuditEntry entry);
}
