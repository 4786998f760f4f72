/** What a record is worth to a question, computed from one snapshot of an index. */
@NullMarked
package org.byenatos.datafilesystem.index.rank;

import org.jspecify.annotations.NullMarked;
