package org.byenatos.applifecycle.state;

import java.util.Map;

/**
 * All that this module knows, in memory.
 *
 * @param directory apps, users and grants
 * @param sessions the sessions
 * @param days what apps had added on their last day when this was read
 */
public record Tables(Directory directory, SessionTable sessions, Map<String, DayUse> days) {

    public Tables {
        days = Map.copyOf(days);
    }

    /** What an app had added on its last day when this was read. */
    public DayUse day(String appId) {
        return days.getOrDefault(appId, DayUse.NONE);
    }
}
