/** The layered memory of a person, and the PSPs made from it. */
@NullMarked
package org.byenatos.personalizationmemory;

import org.jspecify.annotations.NullMarked;
