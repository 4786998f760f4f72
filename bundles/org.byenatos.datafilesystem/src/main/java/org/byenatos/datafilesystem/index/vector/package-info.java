/** Vectors of records: how they lie in memory and on disk, and what lies near a vector. */
@NullMarked
package org.byenatos.datafilesystem.index.vector;

import org.jspecify.annotations.NullMarked;
