/** The key sentences of a text. */
@NullMarked
package org.byenatos.localaischeduler.summary;

import org.jspecify.annotations.NullMarked;
