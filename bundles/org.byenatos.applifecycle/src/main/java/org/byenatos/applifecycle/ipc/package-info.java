/** Messages from app to app and the core's events: kept, sealed, and read on from a position. */
@NullMarked
package org.byenatos.applifecycle.ipc;

import org.jspecify.annotations.NullMarked;
