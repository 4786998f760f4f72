/** Apps, users, grants, sessions and their context. */
@NullMarked
package org.byenatos.applifecycle;

import org.jspecify.annotations.NullMarked;
