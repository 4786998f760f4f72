/** Records, jobs, documents and PSP components on a database, their contents sealed. */
@NullMarked
package org.byenatos.datafilesystem.store;

import org.jspecify.annotations.NullMarked;
