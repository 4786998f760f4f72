/** How models are run well on this machine: the sizes of batches, the cache of vectors, and when to hold back. */
@NullMarked
package org.byenatos.localaischeduler.compute;

import org.jspecify.annotations.NullMarked;
