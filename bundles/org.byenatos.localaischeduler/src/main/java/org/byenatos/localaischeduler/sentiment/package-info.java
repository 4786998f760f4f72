/** The mood of a text, by words that show one. */
@NullMarked
package org.byenatos.localaischeduler.sentiment;

import org.jspecify.annotations.NullMarked;
