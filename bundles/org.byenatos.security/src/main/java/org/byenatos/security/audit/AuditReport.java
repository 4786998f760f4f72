package org.byenatos.security.audit;

import java.util.List;

/**
 * What an examination of an audit log found.
 *
 * @param lines how many lines there are
 * @param findings what is wrong, the first hundred; empty if the chain is whole
 */
public record AuditReport(long lines, List<String> findings) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether no line was changed, removed or moved. */
    public boolean intact() {
        return findings.isEmpty();
    }
}
