/** How much a person attends to what their records are about, and which of them belong together. */
@NullMarked
package org.byenatos.virtualcore.attention;

import org.jspecify.annotations.NullMarked;
