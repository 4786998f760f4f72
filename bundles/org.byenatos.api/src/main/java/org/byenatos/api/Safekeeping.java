package org.byenatos.api;

import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.security.AuditFilter;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.api.security.AuditReport;
import org.byenatos.api.security.AuditTrail;
import org.byenatos.api.security.KeyRotation;
import org.byenatos.api.security.KeyState;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keys and the audit log. Checked, audited and failing as {@link VirtualCore}; needs the owner's token unless a call says
 * otherwise.
 */
@ProviderType
public interface Safekeeping {

    /** How the keys stand. */
    KeyState keys(Credential credential);

    /** As {@link KeyRotation#rotateMaster}. */
    KeyState rotateMasterKey(Credential credential);

    /** As {@link KeyRotation#rotateUser}. */
    int rotateUserKey(Credential credential, String userId);

    /** As {@link KeyRotation#usePassphrase}. */
    KeyState usePassphrase(Credential credential, char[] passphrase);

    /** As {@link KeyRotation#useKeyFile}. */
    KeyState useKeyFile(Credential credential);

    /** As {@link AuditTrail#find}; a user may ask, too, and sees lines about their own data alone. */
    Page<AuditRecord> audit(Credential credential, AuditFilter filter, PageRequest page);

    /** As {@link AuditTrail#verify}. */
    AuditReport verifyAudit(Credential credential);
}
