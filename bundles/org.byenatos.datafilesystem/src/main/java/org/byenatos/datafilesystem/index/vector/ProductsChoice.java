package org.byenatos.datafilesystem.index.vector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Chooses how this JVM multiplies. Only the C2 compiler makes machine instructions of the Vector API; without it (the
 * distribution runs C1 alone) each of its operations is an object and it is a hundred times slower than plain Java.
 */
final class ProductsChoice {

    private static final Logger LOG = System.getLogger(ProductsChoice.class.getName());

    private ProductsChoice() {}

    /** The fastest that this JVM can do. */
    static Products best() {
        if (hasModule() && hasC2(System.getProperty("java.vm.info", ""))) {
            try {
                return simd();
            } catch (ReflectiveOperationException | LinkageError unusable) {
                LOG.log(Level.INFO, "The Vector API of this JVM cannot be used: {0}", unusable.toString());
            }
        }
        return new PlainProducts();
    }

    /** By name, since it is compiled apart and must not be loaded where the module is missing. */
    static Products simd() throws ReflectiveOperationException {
        return Class.forName(ProductsChoice.class.getPackageName() + ".SimdProducts")
                .asSubclass(Products.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /** Whether the JVM has C2, by its own words on how it runs. */
    static boolean hasC2(String vmInfo) {
        return vmInfo.contains("mixed mode") && !vmInfo.contains("emulated-client");
    }

    private static boolean hasModule() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
