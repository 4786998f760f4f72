/** The parts of a text: tokens, sentences, and the words that say nothing by themselves. */
@NullMarked
package org.byenatos.localaischeduler.text;

import org.jspecify.annotations.NullMarked;
