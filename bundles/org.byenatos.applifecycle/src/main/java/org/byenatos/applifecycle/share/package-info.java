/** The apps' shares of the core: how often, how many at once, how much a day, and whose turn it is. */
@NullMarked
package org.byenatos.applifecycle.share;

import org.jspecify.annotations.NullMarked;
