/** The one door: who calls, whether they may, how much; then dispatch and an audit line. */
@NullMarked
package org.byenatos.virtualcore.gateway;

import org.jspecify.annotations.NullMarked;
