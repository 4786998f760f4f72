package org.byenatos.applifecycle.ipc;

import java.time.Duration;

/**
 * How much of what happened is kept for a user.
 *
 * @param events how many events
 * @param characters how many characters they may have together
 * @param age for how long
 */
public record Retention(int events, int characters, Duration age) {}
