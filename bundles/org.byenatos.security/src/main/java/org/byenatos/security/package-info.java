/** Keys and encryption, tokens, audit log. */
@NullMarked
package org.byenatos.security;

import org.jspecify.annotations.NullMarked;
