/** The personal system prompt: layered statements about a person, each with its evidence. */
@Export
@Version("1.0.0")
@NullMarked
package org.byenatos.api.psp;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
