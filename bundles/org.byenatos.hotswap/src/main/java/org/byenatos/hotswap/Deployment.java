package org.byenatos.hotswap;

/**
 * What was deployed over a shipped bundle.
 *
 * @param symbolicName of the bundle
 * @param digest the SHA-256 of the jar that runs
 * @param shipped where the shipped bundle came from, to go back to it
 */
record Deployment(String symbolicName, String digest, String shipped) {}
