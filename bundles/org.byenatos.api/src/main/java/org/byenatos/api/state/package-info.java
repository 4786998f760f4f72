/** Small named documents that a module must not lose. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.state;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
