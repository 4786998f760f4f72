/** Care of what is kept: export and import, erasure, backup and restore, examination. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.upkeep;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
