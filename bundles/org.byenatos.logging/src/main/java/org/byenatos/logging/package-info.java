/** The OSGi log, written where the JDK's goes. */
@NullMarked
package org.byenatos.logging;

import org.jspecify.annotations.NullMarked;
