/** The benchmark: the figures that the product promises, measured on this machine against a real core. */
@NullMarked
package org.byenatos.launcher.bench;

import org.jspecify.annotations.NullMarked;
