/** The one place that knows Derby: how to open it, its words for things, and what its failures mean. */
@NullMarked
package org.byenatos.datafilesystem.derby;

import org.jspecify.annotations.NullMarked;
