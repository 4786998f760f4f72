/** Files that only their owner may read. */
@NullMarked
package org.byenatos.security.file;

import org.jspecify.annotations.NullMarked;
