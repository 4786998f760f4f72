/** A model of who may see what, and generated worlds in which the running core is compared with it. */
package org.byenatos.distribution.isolation;
