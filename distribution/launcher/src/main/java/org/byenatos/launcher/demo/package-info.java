/** The demo: shows the main job on a person's records of three months, against a real core. */
@NullMarked
package org.byenatos.launcher.demo;

import org.jspecify.annotations.NullMarked;
