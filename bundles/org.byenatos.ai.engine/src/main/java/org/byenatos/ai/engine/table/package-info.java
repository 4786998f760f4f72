/** Models that are a table: a text's vector is the sum of its tokens' rows, made a unit vector. Nothing native is needed. */
@NullMarked
package org.byenatos.ai.engine.table;

import org.jspecify.annotations.NullMarked;
