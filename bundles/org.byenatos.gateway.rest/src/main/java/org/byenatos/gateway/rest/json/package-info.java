/** Reading JSON so that everything wrong with it can be told, and the shapes of answers. */
@NullMarked
package org.byenatos.gateway.rest.json;

import org.jspecify.annotations.NullMarked;
