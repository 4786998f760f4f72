/** Vectors of the records' meaning: what lies near what. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.vector;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
