/** Finding the records that a question needs. */
@Export
@Version("1.1.0")
@NullMarked
package org.byenatos.api.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
