/** A Lucene directory whose files are encrypted, block by block, under one user's key. */
@NullMarked
package org.byenatos.datafilesystem.index.vault;

import org.jspecify.annotations.NullMarked;
