/** Every failure that the core reports: one unchecked root and small leaves, without any notion of a protocol. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.error;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
