/** How hard a text is to read. */
@NullMarked
package org.byenatos.localaischeduler.complexity;

import org.jspecify.annotations.NullMarked;
