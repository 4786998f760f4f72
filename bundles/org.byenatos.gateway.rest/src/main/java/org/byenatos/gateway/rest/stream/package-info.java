/** Event streams: Server-Sent Events over asynchronous requests. */
@NullMarked
package org.byenatos.gateway.rest.stream;

import org.jspecify.annotations.NullMarked;
