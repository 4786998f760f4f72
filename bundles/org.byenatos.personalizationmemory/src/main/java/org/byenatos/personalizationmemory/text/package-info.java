/** What every part needs to know of a text: its language, its words, how to quote it, whether it gives orders. */
@NullMarked
package org.byenatos.personalizationmemory.text;

import org.jspecify.annotations.NullMarked;
