/** Starts the framework from the feature files; the commands of {@code bin/byenatos}. */
@NullMarked
package org.byenatos.launcher;

import org.jspecify.annotations.NullMarked;
