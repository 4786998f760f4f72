/** What lets a module be replaced while requests run: a slot on the consumer's side, a gate on the provider's. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.runtime;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
