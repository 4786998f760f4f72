/** What is added to a record. */
@NullMarked
package org.byenatos.localaischeduler.enrich;

import org.jspecify.annotations.NullMarked;
