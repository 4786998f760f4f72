/** The phrases that a text is about. */
@NullMarked
package org.byenatos.localaischeduler.phrase;

import org.jspecify.annotations.NullMarked;
