/** Models in memory: the folder's files, the session, a run from texts to rows. */
@NullMarked
package org.byenatos.ai.engine.model;

import org.jspecify.annotations.NullMarked;
