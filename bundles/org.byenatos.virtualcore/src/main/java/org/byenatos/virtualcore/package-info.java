/** The kernel: wires the one door, the durable jobs and the state of the modules. */
@NullMarked
package org.byenatos.virtualcore;

import org.jspecify.annotations.NullMarked;
