package org.byenatos.localaischeduler.queue;

import java.time.Duration;

/**
 * The size and manners of a queue.
 *
 * @param workers how many threads there are to work
 * @param capacity how many pieces of work of one priority may wait
 * @param characters how many characters the waiting work of one priority may hold; a single piece may hold more
 * @param ageing after this wait a lower priority gets a turn although higher ones wait
 * @param turn after this long a piece of work that is not done makes way for others
 */
public record QueueSettings(int workers, int capacity, long characters, Duration ageing, Duration turn) {}
