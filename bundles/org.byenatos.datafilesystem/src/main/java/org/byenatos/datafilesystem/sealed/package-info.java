/** Streams that are sealed block by block. */
@NullMarked
package org.byenatos.datafilesystem.sealed;

import org.jspecify.annotations.NullMarked;
