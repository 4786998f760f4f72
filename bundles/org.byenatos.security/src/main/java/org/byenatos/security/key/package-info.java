/** The master key and the keys of users. */
@NullMarked
package org.byenatos.security.key;

import org.jspecify.annotations.NullMarked;
