/** From texts to token ids. */
@NullMarked
package org.byenatos.ai.engine.text;

import org.jspecify.annotations.NullMarked;
