/** The calls of the contract, a class per concern. */
@NullMarked
package org.byenatos.gateway.rest.route;

import org.jspecify.annotations.NullMarked;
