/** Durable jobs. */
@NullMarked
package org.byenatos.virtualcore.job;

import org.jspecify.annotations.NullMarked;
