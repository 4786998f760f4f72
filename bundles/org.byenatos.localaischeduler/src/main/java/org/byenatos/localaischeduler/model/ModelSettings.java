package org.byenatos.localaischeduler.model;

import java.time.Duration;

/**
 * How models are kept.
 *
 * @param memoryBytes what all loaded models together may take
 * @param idle a model that nobody used for so long is unloaded, unless it is a default
 * @param scan how often the folders are looked at
 */
public record ModelSettings(long memoryBytes, Duration idle, Duration scan) {}
