package org.byenatos.api.ipc;

import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an app wants to tell others.
 *
 * @param topic what it is: two or more names of {@code a-z}, {@code 0-9}, {@code _} and {@code -} with dots between, up
 *     to 100 characters; the core's own first names are taken
 * @param payload any JSON value of up to 64 KiB
 * @param toApp to which app alone, {@code null} for all
 */
public record NewMessage(
        String topic, Json payload, @Nullable String toApp) {

    /** The payload stays out of logs. */
    @Override
    public String toString() {
        return "NewMessage[" + topic + "]";
    }
}
