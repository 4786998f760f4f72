package org.byenatos.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Logging as {@code conf/logging.properties} says, of the home if it has one, else of the distribution. */
final class Logs {

    private static final String FILE = "logging.properties";

    private Logs() {}

    /** To be called before anything logs: the JVM asks once which manager to use. */
    static void useManager() {
        System.setProperty("java.util.logging.manager", Manager.class.getName());
    }

    /**
     * Reads the configuration.
     *
     * @param background whether nobody sees the console, so that only the file is written
     */
    static void configure(Distribution distribution, Home home, boolean background) {
        Path own = home.conf().resolve(FILE);
        Path file = Files.exists(own) ? own : distribution.conf().resolve(FILE);
        try {
            String folder = home.root().toString().replace('\\', '/').replace("%", "%%");
            String text = Files.readString(file).replace("${byenatos.home}", folder);
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new LaunchException("Cannot read " + file + ": " + e, e);
        }
        if (background) {
            withoutConsole(Logger.getLogger(""));
        }
        if (LogManager.getLogManager() instanceof Manager manager) {
            manager.keep();
        }
    }

    /** Ends logging, after everything else ended. */
    static void close() {
        if (LogManager.getLogManager() instanceof Manager manager) {
            manager.end();
        }
    }

    private static void withoutConsole(Logger root) {
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                root.removeHandler(handler);
            }
        }
    }

    /**
     * Keeps handlers open while the JVM shuts down, when the container still has something to say: the JVM's own
     * manager closes them in a shutdown hook that runs beside ours.
     */
    public static final class Manager extends LogManager {

        private volatile boolean kept;

        @Override
        public void reset() {
            if (!kept) {
                super.reset();
            }
        }

        void keep() {
            kept = true;
        }

        void end() {
            kept = false;
            reset();
        }
    }
}
