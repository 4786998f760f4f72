/** What is known of a person: components over time, and how new statements change them. */
@NullMarked
package org.byenatos.personalizationmemory.learning;

import org.jspecify.annotations.NullMarked;
