/** The hash-chained audit log. */
@NullMarked
package org.byenatos.security.audit;

import org.jspecify.annotations.NullMarked;
