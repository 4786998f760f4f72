package org.byenatos.virtualcore.attention;

import java.lang.reflect.Proxy;
import java.util.function.Function;

/** Services of which a test needs one method. */
public final class Services {

    private Services() {}

    /** A service whose method of this name answers by its last argument, and which can do nothing else. */
    @SuppressWarnings("unchecked")
    public static <T, A> T with(Class<T> type, String name, Function<A, Object> answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (!method.getName().equals(name)) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answer.apply((A) args[args.length - 1]);
        }));
    }
}
