/** Requests, answers, routes and problems. */
@NullMarked
package org.byenatos.gateway.rest.http;

import org.jspecify.annotations.NullMarked;
