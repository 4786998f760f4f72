package org.byenatos.launcher;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Links the classes that bundles have loaded: the JVM archives of them only what is linked. A good thousand are loaded at
 * each start just because the checks of other classes name them, and never get that far by themselves.
 *
 * @param list the JVM's log of loaded classes, a name and a space first on each line
 */
record LoadedClasses(Path list) {

    private static final System.Logger LOG = System.getLogger(LoadedClasses.class.getName());
    private static final String ENDING = ".class";
    private static final int OWN = BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL;

    /** Links those of some bundles. What cannot be linked stays out of the archive. */
    void link(Bundle... bundles) {
        try {
            Set<String> names = names();
            for (Bundle bundle : bundles) {
                BundleWiring wiring = bundle.adapt(BundleWiring.class);
                if (bundle.getBundleId() != 0 && wiring != null && wiring.getClassLoader() != null) {
                    wiring.listResources("/", "*" + ENDING, OWN).stream()
                            .map(LoadedClasses::name)
                            .filter(names::contains)
                            .forEach(name -> link(name, wiring.getClassLoader()));
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "The archive of classes will hold fewer", unreadable);
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                    .collect(Collectors.toSet());
        }
    }

    private static String name(String path) {
        return path.substring(0, path.length() - ENDING.length()).replace('/', '.');
    }

    private static void link(String name, ClassLoader loader) {
        try {
            // asking for members links, and initializes nothing
            int unused = Class.forName(name, false, loader).getDeclaredConstructors().length;
        } catch (ClassNotFoundException | LinkageError unlinkable) {
            LOG.log(Level.DEBUG, "{0} stays out of the archive of classes: {1}", name, unlinkable);
        }
    }
}
