package org.byenatos.api;

/**
 * How a module fares.
 *
 * @param name its name in the design
 * @param state {@code active}, or what it waits for
 * @param version its version
 */
public record ModuleStatus(String name, String state, String version) {}
