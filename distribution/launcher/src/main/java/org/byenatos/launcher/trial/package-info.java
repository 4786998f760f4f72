/** A core on a home of its own, started and asked as a person or an app would. */
@NullMarked
package org.byenatos.launcher.trial;

import org.jspecify.annotations.NullMarked;
