/** Production: what a person says about themselves, found in records by rules. */
@NullMarked
package org.byenatos.personalizationmemory.statement;

import org.jspecify.annotations.NullMarked;
