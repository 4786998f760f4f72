/** Long work on all that is kept: import, backup and restore, compaction, examination. */
@NullMarked
package org.byenatos.datafilesystem.upkeep;

import org.jspecify.annotations.NullMarked;
