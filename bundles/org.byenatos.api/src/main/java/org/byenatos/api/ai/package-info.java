/** Local AI: tasks, the queue that they wait in, and the counting of tokens. */
@Export
@Version("1.1.0")
@NullMarked
package org.byenatos.api.ai;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
