/** Messages from app to app, and what happens in the core as apps are told of it. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.ipc;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
