/** Invocation: choosing and writing what one request needs, under its budget. */
@NullMarked
package org.byenatos.personalizationmemory.invocation;

import org.jspecify.annotations.NullMarked;
