/** Vectors of texts: from the cache, or through the queue. */
@NullMarked
package org.byenatos.localaischeduler.embed;

import org.jspecify.annotations.NullMarked;
