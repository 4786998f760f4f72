/** The REST contract as whiteboard servlets: knows JSON and status codes, and no rule about who may do what. */
@NullMarked
package org.byenatos.gateway.rest;

import org.jspecify.annotations.NullMarked;
