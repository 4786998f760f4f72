/** Connections: TLS, and limits on slow and on many clients. */
@NullMarked
package org.byenatos.gateway.http;

import org.jspecify.annotations.NullMarked;
