/** The virtual CPU: the inference queue and the tasks that it runs. */
@NullMarked
package org.byenatos.localaischeduler;

import org.jspecify.annotations.NullMarked;
