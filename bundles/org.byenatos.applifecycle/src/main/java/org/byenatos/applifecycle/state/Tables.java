package org.byenatos.applifecycle.state;

/**
 * All that this module knows, in memory.
 *
 * @param directory apps, users and grants
 * @param sessions the sessions
 */
public record Tables(Directory directory, SessionTable sessions) {}
