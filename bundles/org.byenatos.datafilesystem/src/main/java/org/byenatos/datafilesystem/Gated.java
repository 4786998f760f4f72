package org.byenatos.datafilesystem;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.byenatos.api.runtime.CallGate;
import org.jspecify.annotations.Nullable;

/** Lets every call of a service pass a gate. */
final class Gated {

    private Gated() {}

    /** The same service behind a gate; what every object can do stays outside it. */
    static <T> T of(Class<T> service, T implementation, CallGate gate) {
        Object proxy = Proxy.newProxyInstance(
                implementation.getClass().getClassLoader(),
                new Class<?>[] {service},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? identity(self, method, arguments)
                        : gate.call(() -> invoke(implementation, method, arguments)));
        return service.cast(proxy);
    }

    private static Object identity(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "Gated service";
        };
    }

    private static @Nullable Object invoke(Object implementation, Method method, Object @Nullable [] arguments) {
        try {
            return method.invoke(implementation, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
