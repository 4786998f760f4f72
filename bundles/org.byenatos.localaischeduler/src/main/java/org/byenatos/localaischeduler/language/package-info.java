/** Which language a text is in. */
@NullMarked
package org.byenatos.localaischeduler.language;

import org.jspecify.annotations.NullMarked;
