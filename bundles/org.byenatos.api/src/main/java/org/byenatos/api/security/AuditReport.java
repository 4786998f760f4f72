package org.byenatos.api.security;

import java.util.List;

/**
 * What an examination of the audit log found.
 *
 * @param lines how many lines there are
 * @param removed how many older lines retention has removed; the chain is sealed at the last of them
 * @param findings what is wrong, the first hundred; empty if the chain is whole
 */
public record AuditReport(long lines, long removed, List<String> findings) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether no line was changed, removed (but by retention) or moved. */
    public boolean intact() {
        return findings.isEmpty();
    }
}
