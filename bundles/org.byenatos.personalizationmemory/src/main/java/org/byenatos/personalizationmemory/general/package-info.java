/** What may be said of a person to whom no more than the general may be said. */
@NullMarked
package org.byenatos.personalizationmemory.general;

import org.jspecify.annotations.NullMarked;
