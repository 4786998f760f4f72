/** The queue that local AI waits in: who goes first, how much may wait, and the threads that do it. */
@NullMarked
package org.byenatos.localaischeduler.queue;

import org.jspecify.annotations.NullMarked;
