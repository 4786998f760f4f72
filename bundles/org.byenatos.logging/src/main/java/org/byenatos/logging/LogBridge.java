package org.byenatos.logging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/** Writes each entry of the OSGi log to the {@link System.Logger} of the bundle that said it. */
@Component(service = {})
public final class LogBridge implements LogListener {

    private final LogReaderService log;

    /** @param log where entries come from; those already in it are written first */
    @Activate
    public LogBridge(@Reference LogReaderService log) {
        this.log = log;
        List<LogEntry> earlier = new ArrayList<>(Collections.list(log.getLog()));
        Collections.reverse(earlier);
        earlier.forEach(this::logged);
        log.addLogListener(this);
    }

    @Deactivate
    void stop() {
        log.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        System.getLogger(String.valueOf(entry.getBundle().getSymbolicName()))
                .log(level(entry), entry.getMessage(), entry.getException());
    }

    /** The framework reports its events as entries, all of them at a level of information; they are for debugging. */
    private static System.Logger.Level level(LogEntry entry) {
        boolean event = String.valueOf(entry.getLoggerName()).startsWith("Events.");
        LogLevel level = entry.getLogLevel();
        if (level == LogLevel.ERROR) {
            return System.Logger.Level.ERROR;
        }
        if (level == LogLevel.WARN) {
            return System.Logger.Level.WARNING;
        }
        return level == LogLevel.INFO && !event ? System.Logger.Level.INFO : System.Logger.Level.DEBUG;
    }
}
