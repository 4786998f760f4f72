/** What happens in the core, for those who want to know. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
