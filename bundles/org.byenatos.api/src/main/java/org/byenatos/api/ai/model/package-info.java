/** Models: what a folder says of one, the engines that open them, and the vectors that they make. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.ai.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
