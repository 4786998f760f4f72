package org.byenatos.launcher.trial;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of what was measured, beside what is promised. Confined to one thread. */
public final class Figures {

    private final List<Row> rows = new ArrayList<>();

    /** One line of the table. */
    private record Row(String step, String took, String promised) {}

    /** How long a step took. */
    public void millis(String step, double millis, String promised) {
        text(step, String.format(Locale.ROOT, "%.1f ms", millis), promised);
    }

    /** How long calls took. */
    public void latencies(String step, Latencies latencies, String promised) {
        text(step, latencies.toString(), promised);
    }

    /** How many were done in a second. */
    public void rate(String step, double perSecond, String promised) {
        text(step, String.format(Locale.ROOT, "%,.0f/s", perSecond), promised);
    }

    /** Any other figure. */
    public void text(String step, String value, String promised) {
        rows.add(new Row(step, value, promised));
    }

    /** Prints the table. */
    public void print(PrintStream out) {
        out.printf("%-58s %26s   %s%n", "step", "measured", "promised");
        rows.forEach(row -> out.printf("%-58s %26s   %s%n", row.step(), row.took(), row.promised()));
    }
}
