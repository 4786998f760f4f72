/** The one door: everything that can be asked of the virtual core from outside. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
