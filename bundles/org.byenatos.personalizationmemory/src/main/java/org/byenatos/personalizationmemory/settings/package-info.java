/** What the administrator decides. */
@NullMarked
package org.byenatos.personalizationmemory.settings;

import org.jspecify.annotations.NullMarked;
