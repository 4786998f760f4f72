/** Replaces running bundles by jars dropped into the hot-deploy folder. */
@NullMarked
package org.byenatos.hotswap;

import org.jspecify.annotations.NullMarked;
