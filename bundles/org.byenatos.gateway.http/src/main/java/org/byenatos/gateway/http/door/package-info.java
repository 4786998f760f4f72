/** What every request passes before a gateway has it: the guard of all paths, and the doors that outlive the gateways. */
@NullMarked
package org.byenatos.gateway.http.door;

import org.jspecify.annotations.NullMarked;
