/** Bearer tokens. */
@NullMarked
package org.byenatos.security.token;

import org.jspecify.annotations.NullMarked;
