/** Asynchronous work with a visible, durable state. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
