package org.byenatos.launcher.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo's table: what each step took, beside what is promised. Confined to one thread. */
final class Timings {

    private final List<Row> rows = new ArrayList<>();

    /** One line of the table. */
    private record Row(String step, String took, String promised) {}

    void millis(String step, double millis, String promised) {
        rows.add(new Row(step, String.format(Locale.ROOT, "%.1f ms", millis), promised));
    }

    void text(String step, String value, String promised) {
        rows.add(new Row(step, value, promised));
    }

    void print(PrintStream out) {
        out.printf("%-58s %16s   %s%n", "step", "took", "promised");
        rows.forEach(row -> out.printf("%-58s %16s   %s%n", row.step(), row.took(), row.promised()));
    }
}
