/** Sessions, their context, and who a token stands for. */
@NullMarked
package org.byenatos.applifecycle.session;

import org.jspecify.annotations.NullMarked;
