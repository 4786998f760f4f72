package org.byenatos.gateway.rest.route;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * JSON that is answered as it is.
 *
 * @param text one JSON value
 */
record RawJson(@JsonValue @JsonRawValue String text) {}
