/** The owner's way into the Felix Web Console. */
@NullMarked
package org.byenatos.console;

import org.jspecify.annotations.NullMarked;
