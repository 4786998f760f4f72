/** Small values that several concerns share. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.common;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
