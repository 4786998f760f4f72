/** Exact counting of tokens with small tables. */
@NullMarked
package org.byenatos.localaischeduler.token;

import org.jspecify.annotations.NullMarked;
