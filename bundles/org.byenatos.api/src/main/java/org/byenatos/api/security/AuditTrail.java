package org.byenatos.api.security;

import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/** Reads the audit log. Fails with {@link StorageException} if its files cannot be read. Thread-safe. */
@ProviderType
public interface AuditTrail {

    /**
     * Lines that a filter wants, newest first, those appended just before included. A page may have fewer than the limit,
     * even none, and still a next one: a call looks at a bounded number of lines.
     *
     * @throws InvalidInputException if the cursor is none of this log's
     */
    Page<AuditRecord> find(AuditFilter filter, PageRequest page);

    /** Examines the whole log for lines that were changed, removed or moved. */
    AuditReport verify();
}
