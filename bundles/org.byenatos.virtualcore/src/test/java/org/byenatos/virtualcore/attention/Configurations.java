package org.byenatos.virtualcore.attention;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as the framework hands them in. */
public final class Configurations {

    private Configurations() {}

    /** The defaults as they are shipped, settled. */
    public static AttentionSettings defaults() {
        return settings(Map.of());
    }

    static AttentionSettings settings(Map<String, Object> set) {
        AttentionConfiguration configuration = (AttentionConfiguration) Proxy.newProxyInstance(
                AttentionConfiguration.class.getClassLoader(),
                new Class<?>[] {AttentionConfiguration.class},
                (proxy, method, args) ->
                        set.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue()));
        return AttentionSettings.of(configuration, set.keySet());
    }
}
