/** The disk: encrypted storage on Derby, and the search index over it. */
@NullMarked
package org.byenatos.datafilesystem;

import org.jspecify.annotations.NullMarked;
