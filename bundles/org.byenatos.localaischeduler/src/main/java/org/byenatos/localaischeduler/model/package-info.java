/** The models: their folders, their loading and unloading, and which is the default of a task. */
@NullMarked
package org.byenatos.localaischeduler.model;

import org.jspecify.annotations.NullMarked;
