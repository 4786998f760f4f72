package org.byenatos.api;

import java.time.Duration;
import java.util.List;

/**
 * How the core fares.
 *
 * @param name the product
 * @param version its version
 * @param ready whether all modules serve
 * @param uptime since its start
 * @param modules the five modules, in the order of the design
 */
public record CoreStatus(String name, String version, boolean ready, Duration uptime, List<ModuleStatus> modules) {

    public CoreStatus {
        modules = List.copyOf(modules);
    }
}
