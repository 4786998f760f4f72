/** Apps, users, grants and sessions: who is who, and who may do what. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.app;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
