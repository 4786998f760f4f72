/** HiNATA records: what a person highlighted and noted, how it is stored, and who may see it. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.hinata;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
