/** The search index: derived from the storage, one encrypted Lucene index per user. */
@NullMarked
package org.byenatos.datafilesystem.index;

import org.jspecify.annotations.NullMarked;
