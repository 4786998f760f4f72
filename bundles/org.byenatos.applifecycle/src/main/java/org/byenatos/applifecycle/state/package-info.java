/** What this module keeps: tables in memory, written through to the state store. */
@NullMarked
package org.byenatos.applifecycle.state;

import org.jspecify.annotations.NullMarked;
