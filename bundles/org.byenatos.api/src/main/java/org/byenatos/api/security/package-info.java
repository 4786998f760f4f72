/** Keys, tokens and the audit log. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
