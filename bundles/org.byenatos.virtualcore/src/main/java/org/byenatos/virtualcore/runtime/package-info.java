/** The state of the modules. */
@NullMarked
package org.byenatos.virtualcore.runtime;

import org.jspecify.annotations.NullMarked;
