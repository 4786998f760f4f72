/** The tasks that can be asked for: their input, their options and what they answer. */
@NullMarked
package org.byenatos.localaischeduler.task;

import org.jspecify.annotations.NullMarked;
