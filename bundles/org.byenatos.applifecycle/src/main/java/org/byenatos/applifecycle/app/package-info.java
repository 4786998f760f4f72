/** Apps, users, what users granted, and the apps' shares. */
@NullMarked
package org.byenatos.applifecycle.app;

import org.jspecify.annotations.NullMarked;
