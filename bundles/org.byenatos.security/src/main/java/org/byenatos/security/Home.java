package org.byenatos.security;

import java.nio.file.Path;
import org.byenatos.security.audit.AuditFolder;
import org.byenatos.security.key.SecretsLayout;
import org.osgi.framework.BundleContext;

/**
 * The home folder of the daemon.
 *
 * @param folder where
 */
record Home(Path folder) {

    /** The framework property that names it. */
    static final String PROPERTY = "byenatos.home";

    /** The home that the framework was started with. */
    static Home of(BundleContext context) {
        String home = context.getProperty(PROPERTY);
        if (home == null || home.isBlank()) {
            throw new IllegalStateException("The framework property " + PROPERTY + " names no home folder.");
        }
        return new Home(Path.of(home).toAbsolutePath().normalize());
    }

    /** Where secrets lie. */
    SecretsLayout secrets() {
        return new SecretsLayout(folder.resolve("data"));
    }

    /** Where the audit log lies. */
    AuditFolder audit() {
        return new AuditFolder(folder.resolve("data").resolve("audit"));
    }
}
