package org.byenatos.api.security;

/**
 * A line of the audit log in its place.
 *
 * @param sequence its number, from 1
 * @param entry what it says
 */
public record AuditRecord(long sequence, AuditEntry entry) {}
