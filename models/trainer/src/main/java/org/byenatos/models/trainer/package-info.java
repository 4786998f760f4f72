/** Trains the built-in embedding model: a table of token rows whose weighted sum is the vector of a text. */
@NullMarked
package org.byenatos.models.trainer;

import org.jspecify.annotations.NullMarked;
